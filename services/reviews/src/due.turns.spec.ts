import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { factCodec, type FactCodec } from '@plumbline/event-log';
import { company, type Company } from '@plumbline/feedback/testing';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { reviewStream } from './cycles.facts.ts';
import { DueReminders } from './due.turns.ts';
import { reviewsCodec } from './facts.ts';
import { reviewsParts } from './reviews.parts.ts';
import { reviewsService } from './reviews.service.ts';
import type { ReviewsPorts } from './reviews.ports.ts';
import * as the from './review/review.histories.ts';

interface AnyFact {
  readonly type: string;
  readonly act: string;
  readonly at: string;
}

let house: Company;
let reminders: DueReminders;
beforeAll(async () => {
  // At night, so that nothing is told before a test says so.
  house = await company('2027-01-11T23:00:00.000Z', [
    {
      ...reviewsService,
      module: (ports: ReviewsPorts) =>
        reviewsService.module({ ...ports, reminders: { quiet: { from: 18, until: 8 } } }),
    },
  ]);
  reminders = house.web.app.get(DueReminders, { strict: false });
  await record(reviewStream('acme', the.reviewId), [the.opened, the.invited]);
  const zone = { act: 'z', person: 'ada', at: '2027-01-11T22:00:00.000Z', zone: 'Asia/Tokyo' };
  await record('directory.person-acme.ada', [{ type: 'ZoneChosen', ...zone }], zoneCodec);
});
afterAll(() => house.close());

const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
const zoneCodec = factCodec<AnyFact>({ context: 'directory', versions: { ZoneChosen: 1 } });

async function record(
  stream: string,
  facts: readonly AnyFact[],
  codec: Pick<FactCodec<AnyFact>, 'encode'> = reviewsCodec as never,
): Promise<void> {
  const [first] = facts;
  if (first === undefined) return;
  const { act: commandId, at: effectiveAt } = first;
  const context = {
    ...{ tenant: 'acme', actor: { sub: 'x', via: 'test' }, commandId, fingerprint: 'f' },
    ...{ effectiveAt, correlationId: 'x', causationId: 'x', stream },
  };
  await house.log.append({
    ...{ tenant: 'acme', stream, commandId, fingerprint: 'f', expected: 'none' },
    facts: await codec.encode([...facts], context, sealer),
  });
  await house.settled();
}

/** Who was told what so far, as others hear of it. */
async function told() {
  const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'reviews' });
  const passed = facts.flatMap((one) => reviewsParts.gates[0]?.publish(one) ?? []);
  return passed.filter(({ type }) => type === 'reviews.ReminderIssued.v1');
}
const summaryOf = async () =>
  (await told()).map(({ data }) => {
    const { person, day, tasks } = data as {
      person: string;
      day: string;
      tasks: { what: string; urgency: string }[];
    };
    return [person, day, ...tasks.map(({ what, urgency }) => `${what} ${urgency}`)].join(' ');
  });
const turnAt = async (instant: string) => {
  house.clock.set(instant);
  const count = await reminders.remind();
  await house.settled();
  return count;
};

describe('reminders', () => {
  it('come in the hours of the day where each person lives, and once', async () => {
    expect(await turnAt('2027-01-11T23:30:00.000Z')).toBe(1);
    expect(await summaryOf()).toEqual(['ada 2027-01-12 self soon']);
    expect(await turnAt('2027-01-12T07:59:00.000Z')).toBe(0);
    expect(await turnAt('2027-01-12T08:00:00.000Z')).toBe(2);
    expect((await summaryOf()).slice(1).toSorted()).toEqual([
      ...['cy 2027-01-12 peer soon', 'mia 2027-01-12 manager asked'],
    ]);
    expect(await turnAt('2027-01-12T09:00:00.000Z')).toBe(0);
  });

  it('are decided by one of two processes that look at once', async () => {
    house.clock.set('2027-01-15T00:30:00.000Z');
    const counts = await Promise.all([reminders.remind(), reminders.remind()]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect((await summaryOf()).at(-1)).toBe('ada 2027-01-15 self today');
  });

  it('leave weekends out, and tell of what is overdue on the day after', async () => {
    expect(await turnAt('2027-01-16T10:00:00.000Z')).toBe(0);
    expect(await turnAt('2027-01-17T10:00:00.000Z')).toBe(0);
    await turnAt('2027-01-18T10:00:00.000Z');
    const newest = (await summaryOf()).filter((one) => one.includes('2027-01-18'));
    expect(newest).toContain('cy 2027-01-18 peer overdue');
    // In Tokyo it is evening.
    expect(newest.some((one) => one.startsWith('ada'))).toBe(false);
  });

  it('leave as the contract names them, and say of no peer which review it is', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schema = publishedSchemas['reviews.ReminderIssued.v1'];
    if (schema === undefined) throw new Error('there is no schema');
    for (const { data } of await told()) {
      expect([ajv.validate(closed(schema), data), ajv.errors]).toEqual([true, null]);
      const isOfCy = (data as { person: string }).person === 'cy';
      expect(JSON.stringify(data).includes(the.reviewId)).toBe(!isOfCy);
    }
  });
});
