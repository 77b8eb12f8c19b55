import type { Actor, Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { CasesFact } from '../cases.facts.ts';
import type { FeedbackFact } from '../facts.ts';

const bo: Actor = { sub: 'bo', via: 'http' };

/** Facts of one stream as a log would give them, recorded at the time they hold. */
export function recorded(facts: readonly CasesFact[]): Recorded<FeedbackFact>[] {
  return facts.map((fact, revision) => ({
    ...{ fact, id: `fact-${revision}`, tenant: 't', stream: 'feedback.case-t.one', revision },
    position: String(revision + 1).padStart(20, '0') as Position,
    ...{ recordedAt: Date.parse(fact.at), effectiveAt: fact.at, actor: bo },
    ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
  }));
}

export function foldOf<Doc>(view: View<Doc, FeedbackFact>, facts: readonly CasesFact[]): Doc {
  let doc: Doc | undefined;
  for (const one of recorded(facts)) doc = view.fold(doc, one, 'one');
  if (doc === undefined) throw new Error('Nothing was folded.');
  return doc;
}
