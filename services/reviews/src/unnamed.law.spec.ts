import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import fc from 'fast-check';
import type { ReviewsFact } from './facts.ts';
import { reviewDetail, reviewLine } from './http/reviewing.present.ts';
import { explainedTo, renderedReview } from './rendered.model.ts';
import * as the from './review/review.histories.ts';
import { isScored } from './review/review.counting.ts';
import type { LiveReview } from './review/review.state.ts';
import { scoreReview, type Rules } from './review/review.score.ts';
import type { InvitedRole, ItemRating, ReviewFact } from './review/review.ts';
import { listenerOf, toldStory } from './story.ts';
import { reviewRecord } from './views/review-record.ts';
import { reviewSheet } from './views/review-sheet.ts';
import { hearerOf, toldRevisions } from './views/review-revision.ts';
import { shownTo, type Eye } from './views/review-shown.ts';

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

/** All that somebody reads of a review, with its revision as they are told it. */
function readBy([me, ...eyes]: (typeof readers)[number], { sheet, record }: World): string {
  const listener = listenerOf(eyes, me, record.review as LiveReview, record.items);
  const story = toldStory(record.items, listener);
  const shown = [reviewDetail({ sheet, eyes }, me), reviewLine({ sheet, eyes }, me)];
  return JSON.stringify([shown, story]);
}

type World = ReturnType<typeof worldOf>;
function worldOf(...facts: readonly ReviewFact[]) {
  return { sheet: folded(reviewSheet, facts), record: folded(reviewRecord, facts) };
}

/** With each score that is worked out anew as soon as what counts has changed. */
function scoredAlong(facts: readonly ReviewFact[]): readonly ReviewFact[] {
  const all: ReviewFact[] = [];
  for (const fact of facts) {
    all.push(fact);
    const { review } = folded(reviewSheet, all);
    if (review.stage !== 'manager-submitted' || isScored(review)) continue;
    const score = scoreReview(review, rules);
    all.push({ ...the.reviewScored, act: `score-after-${fact.act}`, at: fact.at, ...score });
  }
  return all;
}

describe('F8: while not all of the unnamed reviewers are in', () => {
  it('nobody else reads anything by which it could be told what any of them has done', () => {
    let [differing, scores] = [0, 0];
    fc.assert(
      fc.property(worlds, ({ told, unnamed }) => {
        const begun = [the.opened, ...invitations];
        const among = [...told, []].flatMap((facts, at) => {
          const then = unnamed.filter(({ after }) => after === at);
          return [...then.map(({ by, what }) => answerOf(by, what)), ...facts];
        });
        differing += among.length > told.flat().length ? 1 : 0;
        const both = [among, told.flat()].map((facts) => scoredAlong([...begun, ...facts]));
        const [one, other] = [worldOf(...(both[0] ?? [])), worldOf(...(both[1] ?? []))];
        scores += (both[0] ?? []).filter(({ type }) => type === 'ReviewScored').length;
        for (const reader of readers) {
          expect(wholeReadBy(reader, one)).toBe(wholeReadBy(reader, other));
        }
      }),
      { numRuns: 100 },
    );
    expect(differing).toBeGreaterThan(30);
    expect(scores).toBeGreaterThan(30);
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

const weighed = (parts: readonly string[]) => {
  const all = parts.map((part) => [part, { kind: 'rated', scale: the.scale, ratingsMin: 1 }]);
  const of = parts.map((part) => ({ part, weight: 1 }));
  return { all: { kind: 'weighed', of }, ...Object.fromEntries(all) } as Rules['pack']['parts'];
};
/** Results of both roles are counted as one; conduct of each for itself, and support of one. */
const rules: Rules = {
  pack: {
    ...{ name: 'yearly', version: 1, total: 'all', daysMin: 90, rules: [] },
    parts: weighed(['manager', 'others', 'peers', 'below']),
    result: { scale: the.scale, decimals: 2 },
  },
  ...{ packHash: 'b'.repeat(64), measured: {}, factOf: (act) => `of-${act}-SectionSubmitted` },
  feeding: [
    { role: 'manager', item: 'results', part: 'manager' },
    ...(['peer', 'upward'] as const).map((role) => ({ role, item: 'results', part: 'others' })),
    { role: 'peer', item: 'conduct', part: 'peers' },
    ...['conduct', 'support'].map((item) => ({ role: 'upward' as const, item, part: 'below' })),
  ],
};

interface Given {
  readonly by: string;
  readonly role: InvitedRole;
  readonly items: Readonly<Record<string, number>>;
}

/** A review in which each of them has answered, in this order, then its manager; it is scored. */
function answered(
  given: readonly Given[],
  invitees: readonly (readonly [string, InvitedRole])[],
  peers: LiveReview['peers'] = { mode: 'anonymous', min: 3 },
): World {
  const facts: ReviewFact[] = [
    ...[{ ...the.opened, peers }, the.selfSubmitted],
    ...invitees.map(([reviewer, role]) => {
      return { ...the.invited, act: `ask-${reviewer}`, reviewer, role };
    }),
    ...given.map(({ by, role, items }, at) => {
      const ratings = Object.entries(items).map(([item, rating]): ItemRating => {
        return { item, rating: rating * the.million };
      });
      return { ...the.peerSubmitted, act: `given-${at}`, by, role, ratings };
    }),
    the.managerSubmitted,
  ];
  const { review } = folded(reviewSheet, facts);
  return worldOf(...facts, { ...the.reviewScored, ...scoreReview(review, rules) });
}

/** What somebody reads, with the whole of it rendered, and why the score is what it is. */
function wholeReadBy([me, ...eyes]: (typeof readers)[number], world: World): string {
  const { sheet, record } = world;
  const shown = shownTo(sheet, eyes, me);
  const listener = listenerOf(eyes, me, record.review as LiveReview, record.items);
  const newest = toldStory(record.items, listener).at(-1);
  const nothing = { goals: [], notes: [], lines: [], late: [], shared: [] };
  const customers = { responses: 0, disputed: 0, figures: [] };
  const evidence = { ...nothing, customers } as unknown as Inputs['evidence'];
  const inputs: Inputs = {
    ...{ tenant: 'acme', stream: 's', sheet, shown, items: record.items, evidence },
    ...{ newest, notes: null, template: undefined },
    revisions: toldRevisions(record.items, hearerOf(eyes, me), sheet.review.peers.mode),
  };
  return (
    readBy([me, ...eyes], world) + JSON.stringify([renderedReview(inputs), explainedTo(inputs)])
  );
}
type Inputs = Parameters<typeof renderedReview>[0];

describe('F8: once all of the unnamed reviewers are in', () => {
  const peers = ['kim', 'cy', 'hana', 'di'] as const;
  const invitees = peers.map((one) => [one, 'peer'] as const);
  const eyesOf: readonly (readonly [string, ...Eye[]])[] = [
    ...readers,
    // Some have written themselves: what they know of their own tells them of nobody else.
    ...([
      ['hana', 'writer', 'scope'],
      ['hana', 'writer', 'auditor'],
    ] as const),
    ['hana', 'writer', 'calibrator'],
  ];

  it('nobody else is told which of the ratings is of whom, nor who has made which facts', () => {
    const rating = fc.integer({ min: 1, max: 5 });
    const drawn = fc.tuple(
      fc.array(rating, { minLength: 4, maxLength: 4 }),
      fc.shuffledSubarray(['kim', 'cy', 'di'], { minLength: 3 }),
    );
    fc.assert(
      fc.property(drawn, ([ratings, others]) => {
        const by = (authors: readonly string[]) =>
          answered(
            authors.map((author, at) => {
              return { by: author, role: 'peer' as const, items: { results: ratings[at] ?? 1 } };
            }),
            invitees,
          );
        const [one, other] = [by(['hana', 'kim', 'cy', 'di']), by(['hana', ...others])];
        for (const reader of eyesOf)
          expect(wholeReadBy(reader, one)).toBe(wholeReadBy(reader, other));
      }),
      { numRuns: 50 },
    );
  });

  it('by name where that was said: of each leaf the fact, for whoever reads names', () => {
    const given = peers.map((by) => ({ by, role: 'peer' as const, items: { results: 4 } }));
    const named = answered(given, invitees, { mode: 'named', min: 1 });
    expect(wholeReadBy(['eve', 'scope'], named)).toContain('"actor":"cy"');
    expect(wholeReadBy(['hana', 'writer', 'auditor'], named)).not.toContain('"actor":"cy"');
  });

  it('where two groups go together, nothing in them or in the score tells which role it is of', () => {
    const asks = [
      ['kim', 'peer'],
      ['cy', 'peer'],
      ['noor', 'upward'],
    ] as const;
    const rating = fc.integer({ min: 1, max: 5 });
    const optional = fc.record({ conduct: rating, support: rating }, { requiredKeys: [] });
    let withheld = 0;
    fc.assert(
      fc.property(fc.array(optional, { minLength: 3, maxLength: 3 }), fc.nat(2), (answers, to) => {
        // Only who writes from below, the one whose place is drawn, is asked for support.
        const names = ['kim', 'cy'].toSpliced(to, 0, 'noor');
        const given = answers.map(({ support, ...rest }, at): Given => {
          const isBelow = at === to;
          const more = isBelow && support !== undefined ? { support } : {};
          const role = isBelow ? 'upward' : 'peer';
          return { by: names[at] ?? '', role, items: { results: 1 + at, ...rest, ...more } };
        });
        const world = answered(given, asks);
        for (const reader of eyesOf.slice(0, 6)) {
          const [me, ...eyes] = reader;
          const { sections, withheld: rest } = shownTo(world.sheet, eyes, me);
          const others = sections.filter(({ role }) => role === 'other');
          const shapes = others.map(({ ratings, words }) => {
            return JSON.stringify([ratings.map(({ item }) => item), Object.keys(words)]);
          });
          expect(new Set(shapes).size).toBeLessThan(2);
          expect(JSON.stringify(others)).not.toContain('support');
          withheld += rest.some(({ why }) => why === 'not-alike') ? 1 : 0;
        }
        // Only what is counted in one part, whichever the role.
        const { score } = world.sheet.review;
        const parts = score?.leaves.flatMap((leaf) => (leaf.kind === 'rating' ? [leaf.part] : []));
        expect(new Set(parts)).toEqual(new Set(['manager', 'others']));
      }),
      { numRuns: 50 },
    );
    expect(withheld).toBeGreaterThan(10);
  });
});
