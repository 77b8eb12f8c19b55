import { clearText } from '@plumbline/kernel';
import type { DefineProgramme, ReviseProgramme } from './programme.commands.ts';
import type { ProgrammeFact, Terms } from './programme.ts';

/**
 * The example histories of a reward programme: a company defines two values and two rewards, and
 * in summer puts another value in the place of one of them and makes the mug dearer.
 */
export const programmeId = 'main';
const of = 'programme:main';

const told = (act: string, at: string) => ({ act, programmeId, at });
const asked = (act: string, at: string) => ({ ...told(act, at), now: at });

export const terms = {
  values: ['care', 'craft'],
  monthlyAllowance: 100,
  pointsPerRecognitionMax: 50,
  rewards: [
    { id: 'mug', cost: 30 },
    { id: 'day-off', cost: 500 },
  ],
} as const satisfies Terms;
const names = {
  'value.care': 'We care',
  'value.craft': 'We do it well',
  'reward.mug': 'A mug',
  'reward.day-off': 'A day off',
};

export const define: DefineProgramme = {
  type: 'DefineProgramme',
  ...asked('act-define', '2026-01-05T09:00:00.000Z'),
  ...terms,
  words: names,
};
export const defined = {
  type: 'ProgrammeDefined',
  ...told('act-define', '2026-01-05T09:00:00.000Z'),
  ...terms,
  text: clearText(of, names),
} as const satisfies ProgrammeFact;

export const revisedTerms = {
  ...terms,
  values: ['care', 'courage'],
  rewards: [
    { id: 'mug', cost: 40 },
    { id: 'day-off', cost: 500 },
  ],
} as const satisfies Terms;

export const revise: ReviseProgramme = {
  type: 'ReviseProgramme',
  ...asked('act-revise', '2026-08-10T09:00:00.000Z'),
  values: revisedTerms.values,
  rewards: revisedTerms.rewards,
  words: { 'value.courage': 'We dare' },
  reason: 'The new strategy asks for it.',
};
export const revised = {
  type: 'ProgrammeRevised',
  ...told('act-revise', '2026-08-10T09:00:00.000Z'),
  ...revisedTerms,
  before: terms,
  text: clearText(of, {
    'value.courage': 'We dare',
    reason: 'The new strategy asks for it.',
  }),
} as const satisfies ProgrammeFact;
