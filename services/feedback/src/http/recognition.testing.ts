import { company, type Company } from './company.testing.ts';
import type { Answer, Caller } from '../feedback.testing.ts';

/** A company with a reward programme, and an HR partner of all of it, who is none of the others. */
export interface Recognising extends Company {
  readonly hr: Caller;
  readonly auditor: Caller;
  /** Recognises for care, with 10 points to bo unless it is told otherwise. */
  give(by: Caller, told?: object, headers?: Record<string, string>): Promise<Answer>;
  /** What somebody may still give, what they have earned, and what waits for a decision. */
  pointsOf(by: Caller): Promise<{ left: number; earned: number; pending: number }>;
}

export const programme = {
  values: [
    { id: 'care', name: 'We care' },
    { id: 'craft', name: 'We do it well' },
  ],
  ...{ monthlyAllowance: 100, pointsPerRecognitionMax: 50 },
  rewards: [{ id: 'mug', name: 'A mug', cost: 30 }],
};

export const note = 'You stayed until the last customer was home.';

export async function recognising(instant?: string, terms: object = {}): Promise<Recognising> {
  const at = await company(instant);
  const hr = at.as('hal', { roles: ['hr-partner'] });
  await at.made(hr.post('/reward-programme', { ...programme, ...terms }));
  return {
    ...{ ...at, hr, auditor: at.as('ann', { roles: ['auditor'] }) },
    give: (by, told = {}, headers = {}) => {
      const given = { receivers: ['bo'], value: 'care', points: 10, note, ...told };
      return by.post('/recognitions', given, headers);
    },
    pointsOf: async (by) => {
      const { body } = await by.get('/points');
      const { allowance, earned, pending } = body['points'] as PointsBody;
      return { left: allowance.left, earned, pending: pending.length };
    },
  };
}

interface PointsBody {
  readonly allowance: { readonly left: number };
  readonly earned: number;
  readonly pending: readonly object[];
}
