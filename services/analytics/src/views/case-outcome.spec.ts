import { describe, expect, it } from '@jest/globals';
import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { Recorded } from '@plumbline/kernel';
import { caseOutcome, type CaseOutcome } from './case-outcome.ts';

type Fact = FactOf<FeedbackPublished>;
const caseId = 'case-1';
const at = '2026-03-30T15:00:00.000Z';

const opened = (minutes: number | null = 120): Fact => ({
  type: 'feedback.CaseOpened.v1',
  data: {
    ...{ caseId, serviceLevelId: 'level-1', serviceLevelVersion: 1, unit: 'unit:desk one' },
    ...{ firstResponseMinutes: minutes, resolutionMinutes: minutes, touchpoint: 'form' },
  },
});
const reading = (met: boolean | null) => ({ caseId, elapsedMs: 1, targetMinutes: 120, met });
const responded = (met: boolean | null): Fact => {
  return { type: 'feedback.CaseResponded.v1', data: reading(met) };
};
const resolved = (met: boolean | null): Fact => {
  return { type: 'feedback.CaseResolved.v1', data: reading(met) };
};
const reopened: Fact = { type: 'feedback.CaseReopened.v1', data: { caseId } };
const breached = (clock: 'firstResponse' | 'resolution'): Fact => {
  return { type: 'feedback.SlaBreached.v1', data: { caseId, clock, ranOutAt: at } };
};

const corrected: Fact = {
  type: 'feedback.SlaBreachCorrected.v1',
  data: { caseId, clock: 'firstResponse', ranOutAt: at },
};

function outcomeOf(...facts: readonly Fact[]): CaseOutcome | undefined {
  return facts.reduce<CaseOutcome | undefined>((doc, fact) => {
    const recorded = { fact, effectiveAt: at } as Recorded<Fact>;
    expect(caseOutcome.keys(recorded)).toEqual([caseId]);
    return caseOutcome.fold(doc, recorded, caseId);
  }, undefined);
}

describe('how the promises of a case stand', () => {
  it('is in time at first, on the day and in the unit that it was opened in', () => {
    expect(outcomeOf(opened())).toEqual({
      ...{ unit: 'desk one', touchpoint: 'form', serviceLevel: 'level-1', openedOn: '2026-03-30' },
      ...{ firstResponse: 'in-time', resolution: 'in-time' },
    });
  });

  it.each<[said: string, facts: readonly Fact[], first: string, resolution: string]>([
    ['kept', [responded(true), resolved(true)], 'met', 'met'],
    ['not kept', [responded(false), resolved(false)], 'breached', 'breached'],
    ['past due while it is waited for', [breached('firstResponse')], 'past-due', 'in-time'],
    [
      'not kept once it has come late',
      [breached('resolution'), resolved(false)],
      'in-time',
      'breached',
    ],
    [
      'not kept when that is marked afterwards',
      [resolved(false), breached('resolution')],
      'in-time',
      'breached',
    ],
    ['in time again', [breached('firstResponse'), corrected], 'in-time', 'in-time'],
    ['kept', [breached('firstResponse'), responded(true), corrected], 'met', 'in-time'],
    ['open again', [resolved(true), reopened], 'in-time', 'in-time'],
    ['past due again', [resolved(false), reopened], 'in-time', 'past-due'],
    ['kept after all', [resolved(true), reopened, resolved(true)], 'in-time', 'met'],
  ])('is %s', (_, facts, firstResponse, resolution) => {
    expect(outcomeOf(opened(), ...facts)).toMatchObject({ firstResponse, resolution });
  });

  it('counts for nothing where nothing is promised', () => {
    const none = { firstResponse: 'not-promised', resolution: 'not-promised' };
    expect(outcomeOf(opened(null))).toMatchObject(none);
    expect(outcomeOf(opened(null), responded(null), resolved(null), reopened)).toMatchObject(none);
  });

  it('is of no other fact', () => {
    const other = { type: 'feedback.ResponseWithdrawn.v1', data: {} } as unknown as Fact;
    expect(caseOutcome.keys({ fact: other } as Recorded<Fact>)).toEqual([]);
  });
});
