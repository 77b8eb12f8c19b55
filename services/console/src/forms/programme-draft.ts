import type { components } from '../api.generated.ts';
import { randomId } from '../api/command-key.ts';
import type { RewardProgramme } from '../api/types.ts';
import { present, words, type FormReader } from './form-reader.ts';

type DefineDto = components['schemas']['DefineProgrammeDto'];

/** A value, or a reward with what it costs, as it is being typed. */
export interface TypedOffer {
  readonly key: string;
  /** It stays the same, so that what was given for it keeps its name. */
  readonly id: string;
  readonly name: string;
  readonly cost: string;
}

export interface TypedProgramme {
  readonly values: readonly TypedOffer[];
  readonly rewards: readonly TypedOffer[];
  readonly monthlyAllowance: string;
  readonly pointsPerRecognitionMax: string;
}

export function emptyOffer(): TypedOffer {
  return { key: randomId(), id: '', name: '', cost: '' };
}

/** What there is, to be changed; of nothing, one value to begin with. */
export function typedOf(programme: RewardProgramme | null): TypedProgramme {
  if (programme === null) {
    return {
      values: [emptyOffer()],
      rewards: [],
      monthlyAllowance: '',
      pointsPerRecognitionMax: '',
    };
  }
  const { values, rewards, monthlyAllowance, pointsPerRecognitionMax } = programme;
  const offer = ({ id, name, cost }: { id: string; name: string | null; cost?: number }) => ({
    ...{ ...emptyOffer(), id, name: name ?? '', cost: cost === undefined ? '' : String(cost) },
  });
  return {
    ...{ values: values.map(offer), rewards: rewards.map(offer) },
    monthlyAllowance: String(monthlyAllowance),
    pointsPerRecognitionMax: String(pointsPerRecognitionMax),
  };
}

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function programmeOf(form: FormReader, typed: TypedProgramme): DefineDto {
  const named = ({ id, name }: TypedOffer, at: string) => ({
    id: form.text(`${at}/id`, id, 'Id').trim(),
    ...present({ name: words(name) }),
  });
  if (typed.values.length === 0) form.refuse('/values', 'Values: give one at least.');
  return {
    values: typed.values.map((one, index) => named(one, `/values/${index}`)),
    rewards: typed.rewards.map((one, index) => ({
      ...named(one, `/rewards/${index}`),
      cost: form.number(`/rewards/${index}/cost`, one.cost, 'Cost'),
    })),
    monthlyAllowance: form.number('/monthlyAllowance', typed.monthlyAllowance, 'Points a month'),
    pointsPerRecognitionMax: form.number(
      ...(['/pointsPerRecognitionMax', typed.pointsPerRecognitionMax, 'Points at once'] as const),
    ),
  };
}
