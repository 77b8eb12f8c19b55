import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import type { ReviewsFact } from './facts.ts';
import * as the from './review/review.histories.ts';
import type { LiveReview } from './review/review.state.ts';
import type { ReviewFact } from './review/review.ts';
import { heardFields, listenerOf, toldStory, type StateAt } from './story.ts';
import { differences, reviewRecord, standing } from './views/review-record.ts';
import type { ReviewRecord } from './views/review-record.ts';
import type { Eye } from './views/review-shown.ts';

function recordOf(...facts: readonly ReviewFact[]): ReviewRecord {
  let record: ReviewRecord | undefined;
  for (const [revision, fact] of facts.entries()) {
    const by = 'by' in fact ? fact.by : 'approver' in fact ? fact.approver : 'policy';
    const lent = 'onBehalfOf' in fact ? { onBehalfOf: fact.onBehalfOf } : {};
    const recorded = {
      ...{ fact, id: `fact-${revision}`, tenant: 'acme', stream: 's', revision },
      ...{ position: String(revision).padStart(4, '0') as Position, effectiveAt: fact.at },
      ...{ recordedAt: Date.parse(fact.at), actor: { sub: by, ...lent, via: 'http' } },
      ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
    } as Recorded<ReviewsFact>;
    record = reviewRecord.fold(record, recorded, the.reviewId);
  }
  if (record === undefined) throw new Error('There are facts.');
  return record;
}

const listening = (record: ReviewRecord, me: string, ...eyes: readonly Eye[]) =>
  listenerOf(eyes, me, record.review as LiveReview, record.items);
const heard = (record: ReviewRecord, me: string, ...eyes: readonly Eye[]) =>
  toldStory(record.items, listening(record, me, ...eyes));

const early = [the.opened, the.selfSubmitted, the.managerSubmitted, the.reviewScored] as const;
const whole = [
  ...([...early, the.overridden, the.finalised, the.shared, the.disputed, the.resolved] as const),
  ...([the.reopened] as const),
];
/** Mia writes anew in the second revision, which is not shared. */
const again = {
  ...the.managerSubmitted,
  ...{ act: 'act-again', at: '2027-03-13T09:00:00.000Z' },
  ratings: [{ item: 'results', rating: 2 * the.million }],
} as const satisfies ReviewFact;

describe('F7: every change has actor, reason, before and after', () => {
  const items = heard(recordOf(...whole), the.hana, 'scope');

  it('in the order in which it came, nothing left out', () => {
    expect(items.map(({ type }) => type)).toEqual(whole.map(({ type }) => type));
    expect(items.map(({ revision }) => revision)).toEqual(whole.map((_, at) => at));
    expect(items.every(({ isWithheld }) => !isWithheld)).toBe(true);
  });

  it('with what was there before, and what is after', () => {
    const rating = items.flatMap(({ changes }) => {
      return changes.filter(({ field }) => field === 'rating');
    });
    expect(rating.map(({ before, after }) => [before, after])).toEqual([
      [null, the.scored.total],
      [the.scored.total, the.overridden.to],
      [the.overridden.to, the.scored.total],
    ]);
    const written = items.find(({ type }) => type === 'SectionSubmitted');
    expect(written?.changes).toContainEqual({
      ...{ field: 'section.self:ada.results', before: null, after: 4 * the.million },
    });
    expect(written?.changes).toContainEqual({
      ...{ field: 'section.self:ada.why', before: null, after: expect.anything() },
    });
  });

  it('with who acted, for whom, and why', () => {
    const reopened = items.find(({ type }) => type === 'ReviewReopened');
    expect(reopened).toMatchObject({
      by: { sub: the.hana },
      codes: { askedBy: the.mia },
      reason: { field: 'reason' },
    });
    const overridden = items.find(({ type }) => type === 'RatingOverridden');
    expect(overridden).toMatchObject({
      codes: { reasonCode: the.overridden.reasonCode },
      reason: { field: 'reason' },
    });
    const delegate = { ...the.selfSubmitted, role: 'manager', by: 'cy', onBehalfOf: the.mia };
    const lent = recordOf(the.opened, delegate as unknown as ReviewFact);
    expect(heard(lent, the.hana, 'scope')[1]?.by).toMatchObject({
      ...{ sub: 'cy', onBehalfOf: the.mia },
    });
  });

  it('also of what was submitted a second time: the first words stand beside the second', () => {
    const twice = recordOf(the.opened, the.managerSubmitted, again);
    const words = heard(twice, the.hana, 'scope')[2]?.changes.find(({ field }) => {
      return field === 'section.manager:mia.why';
    });
    expect(words).toMatchObject({ before: { $said: 'fact-1' }, after: { $said: 'fact-2' } });
  });
});

describe('who is told what of the story', () => {
  it('its subject hears the own section at once, and the rest once it is shared', () => {
    const before = heard(recordOf(...early), the.ada, 'subject');
    expect(
      before.map(({ changes }) => changes.some(({ field }) => /rating|mia/.test(field))),
    ).toEqual([true, false, false]);
    expect(before[1]?.changes.map(({ field }) => field)).toContain('section.self:ada.results');
    expect(before[2]?.isWithheld).toBe(true);
    const after = heard(recordOf(...whole), the.ada, 'subject');
    expect(after[2]?.changes.map(({ field }) => field)).toContain('section.manager:mia.results');
    expect(after[4]).toMatchObject({ codes: { reasonCode: the.overridden.reasonCode } });
    // And why, as the review itself says it.
    expect(after[4]?.reason).toMatchObject({ field: 'reason' });
    expect(before.some(({ type }) => type === 'RatingOverridden')).toBe(false);
    expect(after.at(-1)?.reason).toMatchObject({ field: 'reason' });
  });

  it.each([
    ['is compared', [the.entered, the.calibrated, the.finalised]],
    ['is not given', [the.notRated]],
  ])('its subject hears only once it is shared that a rating %s, and why', (_, decided) => {
    const before = recordOf(...early, ...decided);
    const told = JSON.stringify(heard(before, the.ada, 'subject'));
    expect(told).toBe(JSON.stringify(heard(recordOf(...early), the.ada, 'subject')));
    const types = decided.map(({ type }) => type);
    const inScope = heard(before, the.hana, 'scope').map(({ type }) => type);
    expect(inScope).toEqual(expect.arrayContaining(types));
    const after = heard(recordOf(...early, ...decided, the.shared), the.ada, 'subject');
    expect(after.map(({ type }) => type)).toEqual(expect.arrayContaining(types));
    // A next revision says nothing of how the one before, which was never shared, has ended.
    const anew = heard(recordOf(...early, ...decided, the.reopened), the.ada, 'subject');
    expect(JSON.stringify(anew)).not.toMatch(/not-rated|finalised|calibrat|too-few-days/);
  });

  it('its subject hears nothing of a revision that is not shared yet', () => {
    const record = recordOf(...whole, again);
    const last = heard(record, the.ada, 'subject').at(-1);
    expect(JSON.stringify(last?.changes)).not.toMatch(/results|why|2000000/);
  });

  it('a manager who has not submitted hears of nobody but of themselves: blind first', () => {
    const record = recordOf(the.opened, the.selfSubmitted);
    const blind = heard(record, the.mia, 'manager', 'writer');
    expect(blind[1]?.changes.map(({ field }) => field)).toEqual(['stage']);
    const seeing = heard(recordOf(...early), the.mia, 'manager', 'writer');
    expect(seeing[1]?.changes.map(({ field }) => field)).toContain('section.self:ada.results');
  });

  it('nobody hears that an unnamed peer was asked, or when they answered, but they themselves', () => {
    const record = recordOf(the.opened, the.invited, the.peerSubmitted, the.managerSubmitted);
    for (const eye of ['scope', 'auditor', 'calibrator', 'manager'] as const) {
      const told = JSON.stringify(heard(record, the.mia, eye));
      expect(told).not.toMatch(/"cy"|peer/);
    }
    const own = heard(record, 'cy', 'writer');
    expect(own.map(({ type }) => type)).toEqual(['ReviewerInvited', 'SectionSubmitted']);
  });

  it('why a named peer declined, be it their health, is heard by nobody but themselves', () => {
    const named = { ...the.opened, peers: { mode: 'named', min: 1 } } as const;
    // `recordOf` names who acts by the fact, and this one has it in its envelope alone.
    const declined = { ...the.declined, by: 'cy' } as unknown as ReviewFact;
    const record = recordOf(named, the.invited, declined, the.managerSubmitted);
    const reasonOf = (me: string, ...eyes: readonly Eye[]) =>
      heard(record, me, ...eyes).find(({ type }) => type === 'InvitationDeclined');
    expect(reasonOf('cy', 'writer')?.reason).toMatchObject({ field: 'reason' });
    expect(reasonOf(the.mia, 'manager')).toMatchObject({ reason: null, isWithheld: true });
    expect(reasonOf(the.hana, 'scope')).toMatchObject({ reason: null, isWithheld: true });
  });

  it('an auditor alone is not told who wrote as a peer, whose name others know', () => {
    const named = { ...the.opened, peers: { mode: 'named', min: 1 } } as const;
    const record = recordOf(named, the.invited, the.peerSubmitted, the.managerSubmitted);
    expect(heard(record, 'audrey', 'auditor')).toHaveLength(2);
    expect(heard(record, the.hana, 'scope')).toHaveLength(4);
  });
});

describe('the difference of two states', () => {
  const stateOf = (record: ReviewRecord): StateAt => ({
    ...{ fields: standing(record), revision: record.items.at(-1)?.revision ?? 0 },
  });
  const between = (
    [from, to, shared]: readonly ReviewRecord[],
    me: string,
    ...eyes: readonly Eye[]
  ) => {
    if (from === undefined || to === undefined) throw new Error('There are two.');
    const listener = listening(to, me, ...eyes);
    const then = shared === undefined ? undefined : stateOf(shared);
    const fields = [from, to].map((one) => heardFields(listener, stateOf(one), then));
    return differences(fields[0] ?? {}, fields[1] ?? {}).map(({ field }) => field);
  };
  const first = recordOf(...early);
  const last = recordOf(...whole, again);

  it('is what stands otherwise, words and ratings', () => {
    expect(between([first, last], the.hana, 'scope')).toEqual(
      expect.arrayContaining([
        'revision',
        'section.manager:mia.results',
        'section.manager:mia.why',
      ]),
    );
    expect(between([first, first], the.hana, 'scope')).toEqual([]);
  });

  it('has for its subject what was shared, and nothing that is written since', () => {
    const shared = recordOf(...whole.slice(0, 7));
    const fields = between([shared, last, shared], the.ada, 'subject');
    expect(fields).not.toContain('section.manager:mia.results');
    expect(fields).toContain('revision');
  });
});

describe('why something was done to a review', () => {
  it('is told to its subject in the story as it is in the outcomes, and of whatever it was', () => {
    const ends = [the.repinned, the.withdrawn];
    const items = heard(recordOf(...early, ...ends), the.ada, 'subject');
    const told = items.filter(({ type }) => ends.some((one) => one.type === type));
    expect(told.map(({ reason }) => reason)).toMatchObject([
      ...[{ field: 'reason' }, { field: 'reason' }],
    ]);
    expect(told.every(({ isWithheld }) => !isWithheld)).toBe(true);
  });
});
