import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CommandReused, createTransactor, type EventLog } from '@plumbline/event-log';
import { isRejection } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import fc from 'fast-check';
import { reviewAggregate, reviewStream } from './cycles.facts.ts';
import * as example from './review/review.histories.ts';
import {
  commandOf,
  isOfWhole,
  life,
  lives,
  wholeLives,
  type Drawn,
} from './review/review.life.testing.ts';
import { logsForLives } from './review/review.logs.testing.ts';
import { evolveReview, initialReview, type Review } from './review/review.state.ts';
import type { ReviewCommand } from './review/review.commands.ts';

const runs = { memory: 100, SQLite: 25, EventStoreDB: 6 };
const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
const tenant = 'acme';
const stream = reviewStream(tenant, example.reviewId);

/** Two processes over one log, each with states of its own: the one knows nothing of the other. */
function processesOn(log: EventLog) {
  const [one, other] = [createTransactor({ log, sealer }), createTransactor({ log, sealer })];
  const ask = async (command: ReviewCommand, at: number) => {
    const { act: commandId } = command;
    const context = {
      ...{ tenant, commandId, correlationId: commandId, causationId: commandId },
      ...{ actor: { sub: 'somebody', via: 'http' }, fingerprint: JSON.stringify(command) },
      effectiveAt: command.at,
    };
    const request = { stream, command, context };
    try {
      return await (at % 2 === 0 ? one : other).transact(reviewAggregate, request);
    } catch (cause) {
      // Another asked for something else by the same name.
      if (cause instanceof CommandReused) return undefined;
      throw cause;
    }
  };
  const standing = async () => (await one.load(reviewAggregate, stream)).state;
  return { ask, standing };
}

const asked = fc.record({
  all: lives,
  /** So many are asked for at once, one time after the other. */
  together: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
  /** After so many times the log is opened anew. */
  reopened: fc.nat(8),
});

function* batchesOf(all: readonly Drawn[], together: readonly number[]) {
  let from = 0;
  for (let at = 0; from < all.length; at += 1) {
    const isAlone = all.slice(from, from + 1).some(isOfWhole);
    const size = isAlone ? 1 : (together[at % together.length] ?? 1);
    yield all.slice(from, from + size);
    from += size;
  }
}

/** What is in the log is looked through as if nobody had decided anything before. */
async function lifeIn(log: EventLog): Promise<{ review: Review; stages: readonly string[] }> {
  const stages: string[] = [];
  let review: Review = initialReview;
  for (const [at, stored] of (await log.read(stream)).entries()) {
    const { fact } = reviewAggregate.codec.decode(stored);
    expect(stored.revision).toBe(at);
    const after = evolveReview(review, fact);
    if (after.stage === 'none') throw new Error('It was opened.');
    if (review.stage !== 'none') {
      const allowed = life[review.stage][fact.type] ?? [];
      const to = allowed.find((stage) => stage === after.stage);
      expect([review.stage, fact.type, after.stage]).toEqual([review.stage, fact.type, to]);
    }
    stages.push(after.stage);
    review = after;
  }
  return { review, stages };
}

const logs = logsForLives();

describe('the life of a review in a log', () => {
  it.each(logs)('is the one that is allowed, whoever asks at once: %s', async (name, open) => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(asked, async ({ all, together, reopened }) => {
        const opened = open();
        let { log } = opened;
        let processes = processesOn(log);
        await processes.ask(example.open, 0);
        let facts = 1;
        let times = 0;
        try {
          for (const batch of batchesOf(all, together)) {
            if ((times += 1) === reopened) processes = processesOn((log = await opened.reopen()));
            const review = await processes.standing();
            const commands = batch.map((one) => commandOf(one, review));
            const before = (await log.read(stream)).length;
            const answers = await Promise.all(commands.map(processes.ask));
            const after = (await log.read(stream)).length;
            const isRecorded = answers.some((one) => {
              return one !== undefined && !isRejection(one) && one.changed && !one.replayed;
            });
            expect(after > before).toBe(isRecorded);
            facts = after;
          }
          const { review, stages } = await lifeIn(log);
          expect(stages).toHaveLength(facts);
          expect(await processes.standing()).toEqual(review);
          for (const stage of stages) reached.add(stage);
        } finally {
          await log.close();
          opened.done();
        }
      }),
      {
        numRuns: runs[name],
        examples: wholeLives.map((all) => [{ all, together: [1], reopened: 4 }]),
      },
    );
    // Also the ends, or nothing was looked at.
    expect([...reached]).toEqual(expect.arrayContaining(['calibrated', 'disputed', 'closed']));
  });
});
