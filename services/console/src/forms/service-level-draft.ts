import type { components } from '../api.generated.ts';
import { present, type FormReader } from './form-reader.ts';

type Schemas = components['schemas'];

/** When clocks run, as it is being typed. */
export interface TypedOpening {
  /** `keep` is for those that there are already. */
  readonly open: 'keep' | 'always' | 'days';
  /** From 0, Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  /** Days, between commas or blanks. */
  readonly holidays: string;
}

const minutesPerDay = 1_440;

/** In hours, as one speaks of them; whole minutes, as the clocks have them. */
export function targetsOf(form: FormReader, firstResponse: string, resolution: string) {
  const minutes = (pointer: string, typed: string, label: string) => {
    const hours = form.numberOrNone(pointer, typed, label);
    return hours === undefined ? undefined : Math.round(hours * 60);
  };
  return present({
    firstResponse: minutes('/targets/firstResponse', firstResponse, 'Hours to the first answer'),
    resolution: minutes('/targets/resolution', resolution, 'Hours to the resolution'),
  });
}

/** Undefined where they stay as they are. */
export function openingOf(
  form: FormReader,
  typed: TypedOpening,
): Schemas['OpeningDto'] | undefined {
  const { open, zone, holidays, days } = typed;
  if (open === 'keep') return undefined;
  const given = {
    zone: form.text('/opening/zone', zone, 'Time zone').trim(),
    holidays: holidays.split(/[\s,;]+/).filter((day) => day !== ''),
  };
  if (open === 'always') return { ...given, week: [{ from: 0, until: 7 * minutesPerDay }] };
  const [from, until] = [typed.from, typed.until].map(minutesOf);
  if (from === undefined || until === undefined || days.length === 0) {
    form.refuse('/opening/week', 'Opening hours: choose the days, and from when until when.');
    return { ...given, week: [] };
  }
  // Midnight at its end is the end of the day.
  const end = until === 0 ? minutesPerDay : until;
  const week = days
    .toSorted((one, other) => one - other)
    .map((day) => ({ from: day * minutesPerDay + from, until: day * minutesPerDay + end }));
  return { ...given, week };
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
