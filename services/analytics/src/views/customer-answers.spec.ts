import { describe, expect, it } from '@jest/globals';
import { responseHistories as the, type CustomerResponseFact } from '@plumbline/feedback/testing';
import type { Position } from '@plumbline/kernel';
import fc from 'fast-check';
import { askedIn, countingAt, customerAnswers } from './customer-answers.ts';
import type { CustomerAnswers } from './customer-answers.ts';
import { documentsOf } from './responses.testing.ts';

const history = [the.recorded, the.attributed, the.disputed, the.settled, the.loopClosed] as const;
const anew = { ...the.recorded, occurredOn: '2026-06-02', act: 'anew', at: the.withdrawn.at };

const answersOf = (...facts: readonly CustomerResponseFact[]): CustomerAnswers | undefined =>
  documentsOf(customerAnswers, facts).get(the.recorded.responseId);

/** As the positions of a test are: the place of the fact. */
const positions = (facts: readonly CustomerResponseFact[]) =>
  answersOf(...facts)?.recordings.flatMap(({ moments }) => moments.map((one) => one.position)) ??
  [];

const momentAt = (answers: CustomerAnswers | undefined, position: Position) =>
  answers?.recordings.map((one) => countingAt(one, position));

describe('the answers of a customer', () => {
  it('count as they were recorded, and as attributed from then on', () => {
    const [recording] = answersOf(...history)?.recordings ?? [];
    expect(recording?.counted).toMatchObject({
      ...{ occurredOn: the.recorded.occurredOn, answers: the.recorded.answers },
    });
    expect(recording?.counted).not.toHaveProperty('responseId');
    expect(
      recording?.moments.map(({ type, isDisputed, holders }) => [type, isDisputed, holders.length]),
    ).toEqual([
      ['feedback.CustomerResponseRecorded.v1', false, 0],
      ['feedback.ResponseAttributed.v1', false, the.attributed.shares.length],
      ['feedback.AttributionDisputed.v1', true, the.attributed.shares.length],
      ['feedback.AttributionSettled.v1', false, the.settled.shares.length],
    ]);
  });

  it('are found by question and month', () => {
    const answers = answersOf(the.recorded, the.withdrawn, anew);
    const asked = answers === undefined ? [] : customerAnswers.index(answers)['asked'];
    for (const { metric, scale } of the.recorded.answers) {
      expect(asked).toContain(askedIn(metric, scale, the.recorded.occurredOn));
      expect(asked).toContain(askedIn(metric, scale, '2026-06'));
    }
  });

  it('count no more once they are withdrawn, and are others when they are recorded anew', () => {
    const answers = answersOf(the.recorded, the.withdrawn, anew);
    const [first, withdrawn, again] = positions([the.recorded, the.withdrawn, anew]) as Position[];
    const counting = (position: Position | undefined) =>
      momentAt(answers, position ?? ('' as Position))?.map((one) => one !== undefined);
    expect(counting('' as Position)).toEqual([false, false]);
    expect(counting(first)).toEqual([true, false]);
    expect(counting(withdrawn)).toEqual([false, false]);
    expect(counting(again)).toEqual([false, true]);
    expect(answers?.recordings.map(({ counted }) => counted.occurredOn)).toEqual([
      the.recorded.occurredOn,
      '2026-06-02',
    ]);
  });

  it('are read at any earlier position as they stood then', () => {
    const all = [...history, the.withdrawn, anew];
    fc.assert(
      fc.property(fc.nat({ max: all.length }), fc.nat({ max: all.length }), (upTo, more) => {
        const then = all.slice(0, upTo);
        const later = all.slice(0, Math.min(all.length, upTo + more));
        const at = positions(then).at(-1);
        if (at === undefined) return;
        const [before, after] = [
          momentAt(answersOf(...then), at),
          momentAt(answersOf(...later), at),
        ];
        expect(after?.filter((one) => one !== undefined)).toEqual(
          before?.filter((one) => one !== undefined),
        );
      }),
    );
  });
});
