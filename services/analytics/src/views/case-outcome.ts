import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { Day } from '@plumbline/kernel';
import type { View } from '@plumbline/views';

/** How the promises of a case stand, as the share that was kept counts them. */
export interface CaseOutcome {
  readonly unit: string;
  readonly touchpoint: string | null;
  readonly serviceLevel: string;
  readonly openedOn: Day;
  readonly firstResponse: Outcome;
  readonly resolution: Outcome;
}

/** What is open and in time counts neither way, and so does what was not promised. */
export type Outcome = 'not-promised' | 'in-time' | 'past-due' | 'met' | 'breached';

type FeedbackFact = FactOf<FeedbackPublished>;

export const caseOutcome: View<CaseOutcome, FeedbackFact> = {
  name: 'case-outcome',
  version: 1,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => (isOfCase(fact) ? [fact.data.caseId] : []),
  fold: (outcome, { fact, effectiveAt }) => {
    if (fact.type === 'feedback.CaseOpened.v1') return opened(fact.data, effectiveAt.slice(0, 10));
    return outcome === undefined || !isOfCase(fact) ? outcome : changed(outcome, fact);
  },
  index: ({ openedOn }) => ({ opened: openedOn.slice(0, 7) }),
};

type CaseFact = Extract<FeedbackFact, { readonly data: { readonly caseId: string } }>;

function isOfCase(fact: FeedbackFact): fact is CaseFact {
  return 'caseId' in fact.data;
}

function opened(data: FeedbackPublished['feedback.CaseOpened.v1'], openedOn: Day): CaseOutcome {
  const { unit, touchpoint = null, serviceLevelId } = data;
  const outcomeOf = (minutes: number | null) => (minutes === null ? 'not-promised' : 'in-time');
  return {
    ...{ unit: unit.slice('unit:'.length), touchpoint, serviceLevel: serviceLevelId, openedOn },
    firstResponse: outcomeOf(data.firstResponseMinutes),
    resolution: outcomeOf(data.resolutionMinutes),
  };
}

function changed(outcome: CaseOutcome, fact: CaseFact): CaseOutcome {
  switch (fact.type) {
    case 'feedback.CaseResponded.v1':
      return { ...outcome, firstResponse: endedAs(outcome.firstResponse, fact.data.met) };
    case 'feedback.CaseResolved.v1':
      return { ...outcome, resolution: endedAs(outcome.resolution, fact.data.met) };
    case 'feedback.CaseReopened.v1':
      return { ...outcome, resolution: reopened(outcome.resolution) };
    case 'feedback.SlaBreached.v1': {
      const { clock } = fact.data;
      // One that has stopped meanwhile was late when it did, and says so itself.
      return outcome[clock] === 'in-time' ? { ...outcome, [clock]: 'past-due' } : outcome;
    }
    case 'feedback.SlaBreachCorrected.v1': {
      const { clock } = fact.data;
      return outcome[clock] === 'past-due' ? { ...outcome, [clock]: 'in-time' } : outcome;
    }
    default:
      return outcome;
  }
}

function endedAs(outcome: Outcome, met: boolean | null): Outcome {
  if (outcome === 'not-promised' || met === null) return 'not-promised';
  return met ? 'met' : 'breached';
}

/** The clock goes on: of what had time left it is open again whether it is kept. */
function reopened(outcome: Outcome): Outcome {
  if (outcome === 'met') return 'in-time';
  return outcome === 'breached' ? 'past-due' : outcome;
}
