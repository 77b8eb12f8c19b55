import { deepStrictEqual, fail, strictEqual } from 'node:assert';
import { fold, isRejection, type Decider } from './decider.ts';

/**
 * The given/when/then language of deciders.
 *
 *     const { given } = specification(goalDecider);
 *     given(drafted, activated).when(close).then(closed);
 *     given(closed).when(checkIn).rejects('goal/closed');
 *
 * Every accepted case is held to the law that the same command again decides nothing, so that a
 * missing repeat guard fails in each test that accepts the command.
 */
export function specification<Command, State, Fact>(decider: Decider<Command, State, Fact>) {
  const given = (...history: readonly Fact[]) => ({
    when: (command: Command) => {
      const before = fold(decider, decider.initial, history);
      const snapshot = JSON.stringify(before);
      const decision = decider.decide(command, before);
      strictEqual(JSON.stringify(before), snapshot, 'decide changed the state it was given');
      return {
        then: (...expected: readonly Fact[]) => {
          if (isRejection(decision)) fail(`rejected with ${decision.code}: ${decision.detail}`);
          deepStrictEqual(decision, expected);
          repeatDecidesNothing(decider, command, before, decision);
        },
        /** Accepted, with the facts given to a function that looks at them. */
        thenSatisfies: (look: (facts: readonly Fact[]) => void) => {
          if (isRejection(decision)) fail(`rejected with ${decision.code}: ${decision.detail}`);
          look(decision);
          repeatDecidesNothing(decider, command, before, decision);
        },
        nothing: () => {
          if (isRejection(decision)) fail(`rejected with ${decision.code}: ${decision.detail}`);
          deepStrictEqual(decision, []);
        },
        rejects: (code: string, field?: string) => {
          if (!isRejection(decision)) fail(`accepted with ${JSON.stringify(decision)}`);
          strictEqual(decision.code, code);
          if (field !== undefined) strictEqual(decision.field, field);
        },
      };
    },
  });
  return { given };
}

/** The law for one accepted command. Exported for property tests over generated histories. */
export function repeatDecidesNothing<Command, State, Fact>(
  decider: Decider<Command, State, Fact>,
  command: Command,
  before: State,
  decided: readonly Fact[],
): void {
  const again = decider.decide(command, fold(decider, before, decided));
  if (isRejection(again)) fail(`the same command again was rejected with ${again.code}`);
  deepStrictEqual(again, [], 'the same command again decided something');
}
