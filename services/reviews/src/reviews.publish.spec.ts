import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as session from './calibration-session/calibration-session.histories.ts';
import * as cycle from './cycle/cycle.histories.ts';
import type { ReviewsFact } from './facts.ts';
import * as past from './past-review/past-review.histories.ts';
import { reminded } from './reminders/reminders.histories.ts';
import * as review from './review/review.histories.ts';
import { invite } from './review/review.invitations.ts';
import { evolveReview, initialReview, type LiveReview } from './review/review.state.ts';
import type { ReviewFact } from './review/review.ts';
import { own } from './reviews.own.ts';
import { publish, publishForFigures } from './reviews.publish.ts';

/** Every fact that a history of these tells of. */
const factsIn = (histories: object): ReviewsFact[] =>
  Object.values(histories).filter(
    (one: unknown): one is ReviewsFact =>
      typeof one === 'object' && one !== null && 'act' in one && 'at' in one && !('now' in one),
  );
const facts = [...factsIn(cycle), ...factsIn(review), reminded];
const named = (fact: ReviewFact) => ({ ...fact, named: true }) as ReviewFact;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
function errorsOf(type: string, data: object) {
  const schema = publishedSchemas[type];
  if (schema === undefined) return `${type} has no schema`;
  return ajv.validate(closed(schema), data) ? null : ajv.errors;
}

describe('the gate of cycles and reviews', () => {
  it('has an example of every fact', () => {
    const types = new Set(facts.map(({ type }) => type));
    const contract = Object.keys(publishedSchemas).filter((type) => type.startsWith('reviews.'));
    const published = contract.map((type) => type.slice('reviews.'.length, -'.v1'.length));
    const elsewhere = /^(Session|RulePack|Template|PastReview)/;
    expect(published.filter((type) => !elsewhere.test(type) && !types.has(type as never))).toEqual(
      [],
    );
    expect(types.size).toBeGreaterThan(25);
  });

  it('lets out what the contract names, and nothing else', () => {
    for (const fact of facts) {
      const passed = publish(fact);
      if (passed === null) continue;
      expect([passed.type, errorsOf(passed.type, passed.data)]).toEqual([
        `reviews.${fact.type}.v1`,
        null,
      ]);
    }
  });

  it('lets no written word out', () => {
    const out = JSON.stringify(facts.map((fact) => publish(fact)));
    const words = facts.flatMap((fact) =>
      'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [],
    );
    expect(words.length).toBeGreaterThan(8);
    for (const word of words) expect(out).not.toContain(word);
  });

  it('tells nothing of peers but that somebody was asked, be they named or not', () => {
    const { invited, declined, lapsed, peerSubmitted } = review;
    const facts = [invited, declined, lapsed, peerSubmitted];
    for (const some of [facts, facts.map(named)]) {
      const passed = some.map((fact) => publish(fact));
      expect(passed).toMatchObject([{ data: { role: 'peer' } }, null, null, null]);
      expect(JSON.stringify(passed)).not.toContain('"cy"');
    }
    for (const role of ['peer', 'upward'] as const) {
      expect(publish(named({ ...peerSubmitted, role }))).toBeNull();
    }
  });

  it('gives figures what named ones gave, with nobody as its actor, and nothing of others', () => {
    const { peerSubmitted, selfSubmitted, managerSubmitted } = review;
    expect(publishForFigures(named(peerSubmitted))).toMatchObject({
      ...{ type: 'reviews.PeerSectionSubmitted.v1', withheld: true },
      data: { role: 'peer', by: 'cy', ratings: [{ item: 'results' }] },
    });
    expect(publishForFigures(peerSubmitted)).toBeNull();
    for (const fact of [selfSubmitted, managerSubmitted, review.declined]) {
      expect(publishForFigures(fact)).toEqual(publish(fact));
    }
  });

  it('goes by what was promised when the review was opened, which each fact carries on', () => {
    const opened = (mode: 'named' | 'anonymous') =>
      evolveReview(initialReview, { ...review.opened, peers: { mode, min: 3 } }) as LiveReview;
    expect(invite(review.invite, opened('named'))).toMatchObject([{ named: true }]);
    expect(invite(review.invite, opened('anonymous'))).toEqual([review.invited]);
  });

  it('tells nobody of their own reviews, nor that these are compared, by the stream', () => {
    expect(own.subjectOf(review.opened)).toBe('ada');
    expect(own.subjectOf(past.imported)).toBe(past.imported.subject);
    const { member } = cycle.joined;
    expect(own.publishTo(cycle.joined, member.person)).toBeNull();
    const { convened, reviewsAdded } = session;
    expect(publish(convened)).toMatchObject({ data: { reviews: 3 } });
    expect(own.publishTo(convened, 'bo')).toMatchObject({ data: { reviews: 2 } });
    expect(own.publishTo(reviewsAdded, 'dan')).toBeNull();
    for (const fact of [...facts, convened, reviewsAdded]) {
      expect(own.publishTo(fact, 'zoe')).toEqual(publish(fact));
    }
  });

  it('keeps to itself who was pinned: each of them has a review', () => {
    expect(publish(cycle.pinned)).toBeNull();
  });
});
