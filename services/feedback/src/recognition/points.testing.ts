import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { receiveOnRecognitionGiven } from '../policies/receive-on-recognition-given.ts';
import type { DecideReward, PointsCommand } from './points.commands.ts';
import { pointsDecider } from './points.decide.ts';
import { decline, expire, fulfil, recognise, redeem } from './points.histories.ts';
import { initialPoints, type PointsAccount, type PointsFact } from './points.ts';

/** A few people and their points: a stream of facts for each, told of in one log. */
export interface World {
  readonly accounts: Map<string, PointsAccount>;
  readonly log: Told[];
}

interface Told {
  readonly id: string;
  readonly fact: PointsFact;
}

export const people = ['ada', 'bo', 'cy', 'dee'];

/** The world as it stands after some facts: what a crash leaves. */
export function worldAfter(log: readonly Told[]): World {
  const accounts = new Map<string, PointsAccount>();
  for (const { fact } of log) {
    accounts.set(fact.person, fold(pointsDecider, accountOf({ accounts }, fact.person), [fact]));
  }
  return { accounts, log: [...log] };
}

export function accountOf({ accounts }: Pick<World, 'accounts'>, person: string): PointsAccount {
  return accounts.get(person) ?? initialPoints;
}

/** Decides and appends, all or nothing; gives the facts, or the code of the rejection. */
export function ask(world: World, command: PointsCommand): readonly PointsFact[] | string {
  const { person, act } = command;
  const account = accountOf(world, person);
  const decision = pointsDecider.decide(command, account);
  if (isRejection(decision)) return decision.code;
  if (decision.length === 0) return decision;
  world.accounts.set(person, fold(pointsDecider, account, decision));
  for (const [index, fact] of decision.entries()) {
    world.log.push({ id: `${person} ${act} ${index}`, fact });
  }
  return decision;
}

/** What the policy asks for, for each recognition that was given, in the order of the log. */
export function deliveries({ log }: Pick<World, 'log'>): readonly PointsCommand[] {
  return log.flatMap(delivery);
}

function delivery({ id, fact }: Told): readonly PointsCommand[] {
  if (fact.type !== 'RecognitionGiven') return [];
  return receiveOnRecognitionGiven({ id, effectiveAt: fact.at, data: fact });
}

/** What happens next: somebody asks, or one of the facts so far is delivered or decided upon. */
export type Step =
  | { readonly kind: 'ask'; readonly command: PointsCommand }
  | { readonly kind: 'deliver'; readonly which: number }
  | { readonly kind: 'decide'; readonly which: number; readonly command: DecideReward };

/** The commands that decided something, those of the policy too, in their order. */
export function play(world: World, steps: readonly Step[]): readonly PointsCommand[] {
  return steps.flatMap((step) => {
    const command = commandOf(world, step);
    const decided = command === undefined ? [] : ask(world, command);
    return command === undefined || typeof decided === 'string' || decided.length === 0
      ? []
      : [command];
  });
}

export function commandOf(world: World, step: Step): PointsCommand | undefined {
  if (step.kind === 'ask') return step.command;
  const type = step.kind === 'deliver' ? 'RecognitionGiven' : 'RewardRedeemed';
  const told = world.log.filter(({ fact }) => fact.type === type);
  const chosen = told[step.which % Math.max(1, told.length)];
  if (chosen === undefined) return undefined;
  if (step.kind === 'deliver') return delivery(chosen)[0];
  const { person, redemptionId } = chosen.fact as PointsFact & { type: 'RewardRedeemed' };
  return { ...step.command, person, redemptionId };
}

/** Evenly: small numbers and first choices are not to come up all the time. */
const someone = fc.noBias(fc.constantFrom(...people));
/** Acts that collide, between people and of one: a client may send what it sent before. */
const act = fc.noBias(fc.nat({ max: 60 })).map((index) => `act-${index}`);
const recognitionId = fc.noBias(fc.nat({ max: 40 })).map((index) => `recognition-${index}`);
const redemptionId = fc.noBias(fc.nat({ max: 2 })).map((index) => `redemption-${index}`);
/** A clock that jumps, forwards and backwards. */
const now = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 10, max: 28 }))
  .map(([month, day]) => `2026-0${month}-${day}T09:00:00.000Z`);
const hands = { act, person: someone, by: someone, at: now, now };
const own = fc.record(hands).map((one) => ({ ...one, by: one.person }));
/** Often in order, and sometimes by another than who may. */
const asked = fc.oneof({ weight: 8, arbitrary: own }, { weight: 1, arbitrary: fc.record(hands) });

const anyRecognition = fc
  .record({
    asked,
    recognitionId,
    receivers: fc.oneof(
      { weight: 6, arbitrary: fc.subarray(people, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.array(someone, { maxLength: 3 }) },
    ),
    value: fc.constantFrom('care', 'craft', 'care', 'craft', 'cash'),
    points: fc.oneof(fc.integer({ min: 0, max: 25 }), fc.constantFrom(0, -1, 0.5, 40, 51)),
    monthlyAllowance: fc.constantFrom(0, 60, 100, 100, 100),
  })
  .map(({ asked: by, monthlyAllowance, ...given }): PointsCommand => {
    return { ...recognise, ...by, ...given, terms: { ...recognise.terms, monthlyAllowance } };
  });

const anyRedemption = fc
  .record({ asked, redemptionId, cost: fc.constantFrom(null, -5, 0, 1, 5, 5, 10, 30) })
  .map(({ asked: by, ...redeemed }): PointsCommand => ({ ...redeem, ...by, ...redeemed }));

const anyDecision = fc
  .record({ by: fc.record(hands), command: fc.constantFrom(fulfil, decline) })
  .map(({ by, command }): DecideReward => {
    return { ...command, ...by, at: '2026-05-01T09:00:00.000Z' };
  });

const anyExpiry = asked.map((by): PointsCommand => ({ ...expire, ...by }));

const anyCommand = fc.oneof(
  { weight: 6, arbitrary: anyRecognition },
  { weight: 4, arbitrary: anyRedemption },
  { weight: 1, arbitrary: anyExpiry },
);

const which = fc.nat();
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ask'), command: anyCommand }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deliver'), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide'), which, command: anyDecision }) },
);

export const anySteps = fc.array(anyStep, { minLength: 20, maxLength: 80, size: 'max' });
