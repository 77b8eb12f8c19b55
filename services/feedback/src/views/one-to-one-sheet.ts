import type { Actor, Day, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { pointField } from '../one-to-one/one-to-one.ts';
import type { Agreed, OneToOneFact } from '../one-to-one/one-to-one.ts';

/** One meeting of two: its day, what was on its agenda, and what they agreed to do. */
export interface OneToOneSheet extends Quoting {
  readonly oneToOneId: string;
  /** Who recorded it, and the other. */
  readonly people: readonly [string, string];
  readonly about: string;
  readonly on: Day;
  readonly recordedAt: Instant;
  readonly agenda: readonly (Said | null)[];
  readonly corrections: readonly CorrectedLine[];
  readonly actions: readonly ActionLine[];
  readonly revision: number;
}

export interface CorrectedLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly from: Day;
  readonly to: Day;
  readonly reason: Said | null;
}

export interface ActionLine extends Agreed {
  readonly actionId: string;
  readonly stage: 'open' | 'completed' | 'dropped';
  readonly action: Said | null;
  readonly agreedAt: Instant;
  readonly agreedBy: Actor;
  readonly ended: EndedLine | null;
}

export interface EndedLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export const oneToOneSheet: View<OneToOneSheet, FeedbackFact> = {
  name: 'one-to-one-sheet',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isOfMeeting(fact) ? [fact.oneToOneId] : []),
  fold: (sheet, recorded) => {
    return isOfMeeting(recorded.fact)
      ? foldMeeting(sheet, recorded as Recorded<OneToOneFact>)
      : sheet;
  },
  index: ({ people }) => ({ people }),
};

function isOfMeeting(fact: FeedbackFact): fact is OneToOneFact {
  return 'oneToOneId' in fact;
}

function foldMeeting(
  sheet: OneToOneSheet | undefined,
  recorded: Recorded<OneToOneFact>,
): OneToOneSheet | undefined {
  const { fact, id, revision } = recorded;
  if (fact.type === 'OneToOneHeld') return held(fact, id, revision);
  if (sheet === undefined) return undefined;
  const texts = 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts;
  return { ...sheet, ...changeOf(sheet, recorded), texts, revision };
}

function held(
  fact: OneToOneFact & { type: 'OneToOneHeld' },
  id: string,
  revision: number,
): OneToOneSheet {
  const { oneToOneId, by, about, on, at, points, text } = fact;
  return {
    ...{ oneToOneId, people: [by, fact.with], about, on, recordedAt: at },
    agenda: Array.from({ length: points }, (_, index) => quote(id, text, pointField(index))),
    ...{ corrections: [], actions: [], revision, texts: withText({}, id, text) },
  };
}

function changeOf(
  { actions, corrections }: OneToOneSheet,
  { fact, id, actor: by }: Recorded<OneToOneFact>,
): Partial<OneToOneSheet> {
  const { at } = fact;
  switch (fact.type) {
    case 'OneToOneCorrected': {
      const { from, to } = fact;
      const reason = quote(id, fact.text, 'reason');
      return { on: to, corrections: [...corrections, { at, by, from, to, reason }] };
    }
    case 'ActionAgreed': {
      const { actionId, owner, due } = fact;
      const action = quote(id, fact.text, 'action');
      const begun = { stage: 'open', agreedAt: at, agreedBy: by, ended: null } as const;
      return { actions: [...actions, { actionId, owner, due, action, ...begun }] };
    }
    case 'ActionCompleted':
      return { actions: ended(actions, fact.actionId, 'completed', { at, by, reason: null }) };
    case 'ActionDropped': {
      const reason = quote(id, fact.text, 'reason');
      return { actions: ended(actions, fact.actionId, 'dropped', { at, by, reason }) };
    }
    default:
      return {};
  }
}

function ended(
  actions: readonly ActionLine[],
  actionId: string,
  stage: ActionLine['stage'],
  line: EndedLine,
): readonly ActionLine[] {
  return actions.map((one) => (one.actionId === actionId ? { ...one, stage, ended: line } : one));
}
