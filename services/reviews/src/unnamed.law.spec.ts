import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import fc from 'fast-check';
import type { ReviewsFact } from './facts.ts';
import { reviewDetail, reviewLine } from './http/reviewing.present.ts';
import * as the from './review/review.histories.ts';
import type { LiveReview } from './review/review.state.ts';
import type { InvitedRole, ReviewFact } from './review/review.ts';
import { listenerOf, toldStory } from './story.ts';
import { reviewRecord } from './views/review-record.ts';
import { reviewSheet } from './views/review-sheet.ts';
import type { Eye } from './views/review-shown.ts';

/** Who is asked, as what; Ed never answers, so that not all are in. */
const asked: readonly (readonly [string, InvitedRole])[] = [
  ...([['cy', 'peer'] as const, ['di', 'peer'] as const, ['gus', 'upward'] as const] as const),
  ...([['ed', 'peer'] as const, ['fay', 'upward'] as const] as const),
];
const answering = asked.slice(0, 3);
const invitations = asked.map(([reviewer, role]): ReviewFact => {
  return { ...the.invited, act: `ask-${reviewer}`, reviewer, role };
});
const selfAgain = { ...the.selfSubmitted, act: 'self-again' };
const managerAgain = { ...the.managerSubmitted, act: 'manager-again' };
/** Act after act, each with the facts that it has recorded at once. */
const visible: readonly (readonly (readonly ReviewFact[])[])[] = [
  [[the.selfSubmitted], [selfAgain]],
  [[the.selfSubmitted], [the.repinned], [the.managerSubmitted]],
  [[the.managerSubmitted], [selfAgain], [managerAgain]],
  [[the.managerSubmitted], [the.sealed, the.reassigned], [the.secondSubmitted]],
];

type Answer = 'given' | 'given-anew' | 'declined' | 'lapsed';
function answerOf([reviewer, role]: readonly [string, InvitedRole], what: Answer): ReviewFact {
  const about = { reviewer, role };
  if (what === 'declined') return { ...the.declined, act: `no-${reviewer}`, ...about };
  if (what === 'lapsed') return { ...the.lapsed, act: `late-${reviewer}`, ...about };
  return { ...the.peerSubmitted, act: `${what}-${reviewer}`, by: reviewer, role };
}

/** What was told and, somewhere in it, what unnamed ones did. */
const worlds = fc.record({
  told: fc.constantFrom(...visible),
  unnamed: fc.array(
    fc.record({
      by: fc.constantFrom(...answering),
      what: fc.constantFrom<Answer>('given', 'given-anew', 'declined', 'lapsed'),
      after: fc.nat(4),
    }),
    { maxLength: 6 },
  ),
});

/** Each at a place and a time of its own, whatever came before it. */
function recordedOf(fact: ReviewFact, revision: number): Recorded<ReviewsFact> {
  const sub = 'by' in fact ? fact.by : 'policy';
  const position = fact.act as Position;
  return {
    ...{ fact, id: `of-${fact.act}-${fact.type}`, tenant: 'acme', stream: 's', revision, position },
    ...{ recordedAt: Date.parse(fact.at), effectiveAt: fact.at, actor: { sub, via: 'http' } },
    ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
  };
}

function folded<Doc extends object>(
  view: View<Doc, ReviewsFact>,
  facts: readonly ReviewFact[],
): Doc {
  let doc: Doc | undefined;
  for (const [revision, fact] of facts.entries()) {
    doc = view.fold(doc, recordedOf(fact, revision), the.reviewId);
  }
  if (doc === undefined) throw new Error('It was opened.');
  return doc;
}

const readers: readonly (readonly [string, ...Eye[]])[] = [
  ...([['ada', 'subject'] as const, ['mia', 'manager', 'writer'] as const] as const),
  ...([['mo', 'manager', 'writer'] as const, ['eve', 'scope'] as const] as const),
  ...([['bo', 'calibrator'] as const, ['aud', 'auditor'] as const] as const),
  ...([['ed', 'writer'] as const, ['fay', 'writer', 'scope'] as const] as const),
];

/** All that somebody reads of a review but its revision, by which `If-Match` is judged. */
function readBy([me, ...eyes]: (typeof readers)[number], { sheet, record }: World): string {
  const listener = listenerOf(eyes, me, record.review as LiveReview, record.items);
  const story = toldStory(record.items, listener).map((item) => ({ ...item, revision: null }));
  const shown = [reviewDetail({ sheet, eyes }, me), reviewLine({ sheet, eyes }, me)];
  const unnumbered = shown.map((one) => ({ ...(one as object), revision: null }));
  return JSON.stringify([unnumbered, story]);
}

type World = ReturnType<typeof worldOf>;
function worldOf(...facts: readonly ReviewFact[]) {
  return { sheet: folded(reviewSheet, facts), record: folded(reviewRecord, facts) };
}

describe('F8: while not all of the unnamed reviewers are in', () => {
  it('nobody else reads anything by which it could be told what any of them has done', () => {
    let differing = 0;
    fc.assert(
      fc.property(worlds, ({ told, unnamed }) => {
        const begun = [the.opened, ...invitations];
        const among = [...told, []].flatMap((facts, at) => {
          const then = unnamed.filter(({ after }) => after === at);
          return [...then.map(({ by, what }) => answerOf(by, what)), ...facts];
        });
        differing += among.length > told.flat().length ? 1 : 0;
        const [one, other] = [worldOf(...begun, ...among), worldOf(...begun, ...told.flat())];
        for (const reader of readers) expect(readBy(reader, one)).toBe(readBy(reader, other));
      }),
      { numRuns: 100 },
    );
    expect(differing).toBeGreaterThan(30);
  });

  it('who has written reads their own, and whoever has not does not', () => {
    const before = worldOf(the.opened, ...invitations);
    const facts = [...invitations, answerOf(['cy', 'peer'], 'given')];
    const after = worldOf(the.opened, ...facts);
    expect(readBy(['cy', 'writer'], after)).not.toBe(readBy(['cy', 'writer'], before));
    expect(readBy(['di', 'writer'], after)).toBe(readBy(['di', 'writer'], before));
    // Where peers are named there is nothing to hide from those who read them.
    const named = worldOf({ ...the.opened, peers: { mode: 'named', min: 1 } }, ...facts);
    const asEve = (world: World) => readBy(['eve', 'scope'], world);
    expect(asEve(named)).toContain('"author":"cy"');
    expect(asEve(after)).not.toContain('"author":"cy"');
  });
});
