import type { recognitionSchemas } from './feedback.recognition.ts';
import type { Shape } from './schema.ts';

const recognitionId = '4b7e2d90-1c6a-5f38-9e05-7d2a8c4b6f13';
const redemptionId = '9a3c5e71-6d2b-5048-8f1e-2b4d6a8c0e57';
const [giver, receiver] = ['8d2c4a9e', '5b1f0e7c'];

const terms = {
  programmeId: 'main',
  values: ['care', 'craft'],
  monthlyAllowance: 100,
  pointsPerRecognitionMax: 50,
  rewards: [
    { id: 'mug', cost: 30 },
    { id: 'day-off', cost: 500 },
  ],
};

type Published = typeof recognitionSchemas;

/** Examples of every fact of recognition, by what they show. */
export const recognitionExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'feedback.ProgrammeDefined.v1': { withRewards: terms, withoutRewards: { ...terms, rewards: [] } },
  'feedback.ProgrammeRevised.v1': {
    anotherValue: { ...terms, values: ['care', 'courage'] },
  },
  'feedback.RecognitionGiven.v1': {
    withPoints: { recognitionId, giver, receiver, month: '2026-07', value: 'care', points: 40 },
    withoutPoints: { recognitionId, giver, receiver, month: '2026-07', value: 'craft', points: 0 },
  },
  'feedback.RewardRedeemed.v1': {
    aMug: { redemptionId, person: receiver, reward: 'mug', cost: 30 },
  },
  'feedback.RewardFulfilled.v1': { byAnHrPartner: { redemptionId } },
  'feedback.RewardDeclined.v1': { byAnHrPartner: { redemptionId } },
};

/** The stream that an example is of. */
export function recognitionStreamOf(type: string): string {
  if (/\.Programme/.test(type)) return 'feedback.programme-acme.main';
  return 'feedback.points-acme.6f0d3b82-9c1e-5a47-b2d6-4e8a0c7f5b39';
}
