import type { components } from '../api.generated.ts';
import type { FormReader } from './form-reader.ts';

type PlanDto = components['schemas']['PlanCycleDto'];
export type Due = keyof PlanDto['due'];

/** A cycle as it is being typed; template and pack as `id@version`. */
export interface TypedCycle {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly template: string;
  readonly pack: string;
  /** Nobody is asked for by name: everybody who is here at the launch. */
  readonly isEverybody: boolean;
  readonly units: readonly string[];
  readonly mode: PlanDto['peers']['mode'];
  readonly min: string;
  readonly due: Readonly<Record<Due, string>>;
}

export const nothingTyped: TypedCycle = {
  ...{ title: '', from: '', to: '', template: '', pack: '', isEverybody: false, units: [] },
  ...{ mode: 'named', min: '1', due: { self: '', peer: '', manager: '', acknowledge: '' } },
};

export const dueLabels: Readonly<Record<Due, string>> = {
  self: 'Own part',
  peer: 'Peers and from below',
  manager: 'Manager',
  acknowledge: 'Acknowledged',
};

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function planOf(form: FormReader, typed: TypedCycle): PlanDto {
  const { isEverybody, units, mode } = typed;
  if (!isEverybody && units.length === 0) {
    form.refuse('/population/units', 'Who is reviewed: add a unit, or choose everybody.');
  }
  const dueOn = (due: Due) => form.text(`/due/${due}`, typed.due[due], dueLabels[due]);
  return {
    title: form.text('/title', typed.title, 'Name').trim(),
    period: {
      from: form.text('/period/from', typed.from, 'First day'),
      to: form.text('/period/to', typed.to, 'Last day'),
    },
    template: pinOf(form, '/template', typed.template, 'Form'),
    pack: pinOf(form, '/pack', typed.pack, 'Rule pack'),
    ...(isEverybody ? {} : { population: { units: units.map((unit) => `unit:${unit}`) } }),
    peers: { mode, min: form.number('/peers/min', typed.min, 'How many') },
    due: {
      ...{ self: dueOn('self'), peer: dueOn('peer') },
      ...{ manager: dueOn('manager'), acknowledge: dueOn('acknowledge') },
    },
  };
}

function pinOf(form: FormReader, pointer: string, typed: string, label: string) {
  form.text(pointer, typed, label);
  const [id = '', version = '0'] = typed.split('@');
  return { id, version: Number(version) };
}

interface Published {
  readonly id: string;
  readonly versions: readonly { readonly version: number }[];
}

/** Every version that was published, the newest of each first. */
export function versionOptions<One extends Published>(
  published: readonly One[],
  labelOf: (one: One) => string,
): readonly { readonly value: string; readonly label: string }[] {
  return published.flatMap((one) =>
    one.versions
      .map(({ version }) => version)
      .toSorted((a, b) => b - a)
      .map((version) => ({
        value: `${one.id}@${version}`,
        label: `${labelOf(one)}, version ${version}`,
      })),
  );
}
