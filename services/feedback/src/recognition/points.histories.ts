import { clearText } from '@plumbline/kernel';
import type * as Command from './points.commands.ts';
import type { PointsFact, RecognitionGiven } from './points.ts';
import { terms } from './programme.histories.ts';

/**
 * The example histories of points: in July Ada recognises Bo and Cy, with 40 of her 100 points for
 * each; Bo redeems a mug with what he got, and Dee, who hands out rewards, decides. What Ada has
 * left of July expires.
 */
export const giver = 'ada';
export const receiver = 'bo';
export const recognitionId = 'recognition-1';
export const redemptionId = 'redemption-1';

const of = (person: string) => (act: string, at: string) => ({ act, person, at });
const ada = of(giver);
const bo = of(receiver);

const gave = ada('act-recognise', '2026-07-02T09:00:00.000Z');
export const recognise: Command.Recognise = {
  type: 'Recognise',
  ...gave,
  now: gave.at,
  by: giver,
  recognitionId,
  receivers: [receiver, 'cy'],
  value: 'care',
  points: 40,
  note: 'You stayed until the last customer was home.',
  terms,
};
export const granted = {
  type: 'AllowanceGranted',
  ...gave,
  month: '2026-07',
  points: 100,
  legs: [
    { account: 'issuer', points: -100 },
    { account: 'allowance:ada', points: 100 },
  ],
} as const satisfies PointsFact;
export const givenTo = (person: string): RecognitionGiven => ({
  type: 'RecognitionGiven',
  ...gave,
  ...{ recognitionId, giver, receiver: person, month: '2026-07', value: 'care', points: 40 },
  legs: [
    { account: 'allowance:ada', points: -40 },
    { account: 'transit', points: 40 },
  ],
  text: clearText(`person:${person}`, { note: 'You stayed until the last customer was home.' }),
});
export const recognised = [granted, givenTo(receiver), givenTo('cy')] as const;

/** A recognition is welcome without points too; it draws on no allowance. */
export const thank: Command.Recognise = { ...recognise, points: 0 };
export const thanked = (person: string): RecognitionGiven => ({
  ...givenTo(person),
  points: 0,
  legs: [],
});

const turned = ada('act-expire', '2026-08-01T00:00:00.000Z');
export const expire: Command.ExpireAllowance = {
  type: 'ExpireAllowance',
  ...turned,
  now: turned.at,
};
export const expired = {
  type: 'AllowanceExpired',
  ...turned,
  ...{ month: '2026-07', seen: '2026-08', points: 20 },
  legs: [
    { account: 'allowance:ada', points: -20 },
    { account: 'issuer', points: 20 },
  ],
} as const satisfies PointsFact;

const got = bo('act-receive', '2026-07-02T09:00:00.000Z');
export const receive: Command.ReceivePoints = {
  type: 'ReceivePoints',
  ...got,
  ...{ recognitionId, giver, value: 'care', points: 40 },
};
export const received = {
  type: 'PointsReceived',
  ...got,
  ...{ recognitionId, giver, value: 'care', points: 40 },
  legs: [
    { account: 'transit', points: -40 },
    { account: 'earned:bo', points: 40 },
  ],
} as const satisfies PointsFact;

const asked = bo('act-redeem', '2026-07-10T09:00:00.000Z');
export const redeem: Command.RedeemReward = {
  type: 'RedeemReward',
  ...asked,
  ...{ by: receiver, redemptionId, reward: 'mug', cost: 30 },
};
export const redeemed = {
  type: 'RewardRedeemed',
  ...asked,
  ...{ redemptionId, by: receiver, reward: 'mug', cost: 30 },
  legs: [
    { account: 'earned:bo', points: -30 },
    { account: 'rewards', points: 30 },
  ],
} as const satisfies PointsFact;

const decided = bo('act-decide', '2026-07-11T09:00:00.000Z');
export const fulfil: Command.DecideReward = {
  type: 'DecideReward',
  ...decided,
  ...{ by: 'dee', redemptionId, decision: { outcome: 'fulfil' } },
};
export const fulfilled = {
  type: 'RewardFulfilled',
  ...decided,
  redemptionId,
} as const satisfies PointsFact;

const reason = 'There are no mugs left.';
export const decline: Command.DecideReward = {
  ...fulfil,
  decision: { outcome: 'decline', reason },
};
export const declined = {
  type: 'RewardDeclined',
  ...decided,
  ...{ redemptionId, points: 30 },
  legs: [
    { account: 'rewards', points: -30 },
    { account: 'earned:bo', points: 30 },
  ],
  text: clearText('person:bo', { reason }),
} as const satisfies PointsFact;
