import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import * as serviceCase from './case/case.histories.ts';
import * as response from './customer-response/customer-response.histories.ts';
import { feedbackCodec, newestVersions, type FeedbackFact } from './facts.ts';
import * as note from './note/note.histories.ts';
import * as meeting from './one-to-one/one-to-one.histories.ts';
import * as points from './recognition/points.histories.ts';
import * as programme from './recognition/programme.histories.ts';
import * as request from './request/request.histories.ts';
import * as level from './service-level/service-level.histories.ts';
import * as answers from './survey/answers.histories.ts';
import type { ParticipationRecorded } from './survey/participation.ts';
import * as survey from './survey/survey.histories.ts';

/**
 * Bytes of every version of every fact that was ever released. They are written once, when a
 * version is new, and must be read for ever: a file here is never changed and never removed.
 */
const folder = join(__dirname, '../golden');
const released = readdirSync(folder).filter((name) => name.endsWith('.json'));

const participated: ParticipationRecorded = {
  type: 'ParticipationRecorded',
  ...{ surveyId: survey.surveyId, person: 'ada', on: '2026-05-06', blinded: 'ab'.repeat(32) },
};

const examples: readonly FeedbackFact[] = [
  ...[request.requested, request.declined, request.answered, request.lapsed],
  ...[note.feedbackGiven, note.widened, note.retracted],
  ...[meeting.held, meeting.corrected, meeting.agreed, meeting.completed, meeting.dropped],
  ...[response.recorded, response.attributed, response.disputed, response.settled],
  ...[response.loopClosed, response.withdrawn, programme.defined, programme.revised],
  ...[points.granted, points.givenTo(points.receiver), points.expired, points.received],
  ...[points.redeemed, points.fulfilled, points.declined, level.defined, level.revised],
  ...[serviceCase.opened, serviceCase.responded, serviceCase.paused, serviceCase.resumed],
  ...[serviceCase.resolved, serviceCase.reopened, serviceCase.breached],
  serviceCase.corrected,
  ...[survey.launched, survey.raised, survey.closed, survey.counted, participated],
  answers.released,
];

const storedOf = (body: string): StoredFact => {
  const { id, type, tenant, stream } = JSON.parse(body) as StoredFact;
  const place = { revision: 0, position: '0' as Position, recordedAt: 0 };
  return { id, type, tenant, stream, ...place, body, bodyHash: hash('sha256', body, 'hex') };
};

describe('golden bytes', () => {
  it('are there for every version of every fact', () => {
    const wanted = Object.entries(newestVersions).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, older) => `feedback.${type}.v${older + 1}.json`),
    );
    expect(wanted.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    expect(released.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(released)('%s is canonical, and is read as the fact that it was', (name) => {
    const body = readFileSync(join(folder, name), 'utf8').trimEnd();
    expect(canonicalJson(JSON.parse(body))).toBe(body);
    const { fact } = feedbackCodec.decode(storedOf(body));
    const example = examples.find((one) => one.type === fact.type);
    expect(example).toBeDefined();
    const { text, ...data } = { text: undefined, ...example };
    expect(fact).toMatchObject(JSON.parse(JSON.stringify(data)) as object);
    if (text !== undefined && 'fields' in text) {
      const has = Object.keys(text.fields).toSorted();
      expect(fact).toMatchObject({ text: { of: text.of, has } });
    }
  });
});
