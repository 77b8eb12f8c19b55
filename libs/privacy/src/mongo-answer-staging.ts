import { randomBytes } from 'node:crypto';
import { collectionOf, durable, idSeparator, isDuplicate, reached } from '@plumbline/mongo';
import { asBinary, type Binary, type Collection, type Connection } from '@plumbline/mongo';
import { StagingUnavailable } from './answer-staging.ts';
import type { AnswerStaging, NewBatch, StagedSurvey, Staging } from './answer-staging.ts';

/** The one document of a survey, by which everything about it is decided. */
interface SurveyRecord {
  readonly _id: string;
  readonly tenant: string;
  /** Null once the survey has ended. */
  readonly keys: Binary | null;
  readonly next: number;
  /** The draw in force: its batches are from `first` to below `next`. */
  readonly draw: { readonly id: string; readonly first: number } | null;
}

interface TicketRecord {
  readonly _id: string;
  readonly survey: string;
  /** The answer that came with it, until that waits; then it is gone. */
  readonly answer?: string;
}

interface AnswerRecord {
  readonly _id: string;
  readonly survey: string;
  /** Not before its ticket is spent. */
  readonly waits: boolean;
  readonly sealed: Binary;
}

interface BatchRecord {
  readonly _id: string;
  readonly survey: string;
  readonly draw: string;
  readonly batch: number;
  readonly of: readonly string[];
  readonly sealed: Binary;
}

interface Collections {
  readonly surveys: Collection<SurveyRecord>;
  readonly tickets: Collection<TicketRecord>;
  readonly answers: Collection<AnswerRecord>;
  readonly batches: Collection<BatchRecord>;
}

export interface MongoStagingOptions {
  readonly connection: Connection;
  /** Named points at which tests let the process die, or stand still. */
  readonly crashPoint?: CrashPoint;
}

type CrashPoint = (name: string) => void | Promise<void>;

/**
 * Staging in MongoDB, without transactions over documents: each write is of one document, and the
 * order makes a crash after any of them harmless.
 *
 * An answer is written first, and does not wait yet; that its ticket is spent decides whether it
 * will, and the next who reads brings about what was left undone. For this moment the ticket names
 * the answer. `_id`s are random, never ObjectIds, which begin with the time. Batches are written
 * before the document of the survey names their draw; what it does not name is not there.
 *
 * A server knows more than it is told to keep: its journal and the log of operations hold every
 * write with its time until they are written over. They must be kept for no longer than a survey
 * lasts; the seal makes them bytes when the keys are destroyed. The connection is the caller's, and
 * is left open.
 *
 * An answer that comes in the very moment of the end counts or is late, and is told which. Whoever
 * lets one wait has seen, after it was written, that the survey had not ended. So all that may ever
 * wait lies there when the survey ends: `end` takes away what does not wait yet, and of taking away
 * and letting wait, which are writes of the one document of the answer, one comes first.
 */
export function openMongoAnswerStaging(options: MongoStagingOptions): AnswerStaging {
  const { connection, crashPoint = () => undefined } = options;
  const collections: Collections = {
    surveys: collectionOf(connection, 'survey_staging'),
    tickets: collectionOf(connection, 'survey_tickets'),
    answers: collectionOf(connection, 'survey_answers'),
    batches: collectionOf(connection, 'survey_batches'),
  };
  const { surveys, tickets, answers } = collections;
  const ask = <Result>(work: () => Promise<Result>) =>
    reached(work, (message, cause) => new StagingUnavailable(message, cause));
  const find = async (survey: string): Promise<StagedSurvey | undefined> => {
    const found = await surveys.findOne({ _id: survey });
    return found === null ? undefined : stagedOf(found);
  };

  return {
    open: ({ tenant, survey }, keys) =>
      ask(async () => {
        const record = { _id: survey, tenant, keys: asBinary(keys), next: 1, draw: null };
        await surveys.insertOne(record, durable).catch((cause: unknown) => {
          if (!isDuplicate(cause)) throw cause;
        });
        return (await find(survey)) as StagedSurvey;
      }),
    find: (survey) => ask(() => find(survey)),
    list: () =>
      ask(async () => {
        const all = await surveys.find({}).sort({ _id: 1 }).toArray();
        return all.map(({ _id: survey, tenant }) => ({ tenant, survey }));
      }),
    stage: (...asked) => ask(() => stage(collections, crashPoint, ...asked)),
    isSpent: (survey, ticket) => ask(() => isSpent(collections, survey, ticket)),
    waiting: (survey) => ask(() => waiting(collections, survey)),
    count: (survey) =>
      ask(async () => {
        await settle(collections, survey);
        return answers.countDocuments({ survey, waits: true });
      }),
    end: (survey) =>
      ask(async () => {
        await surveys.updateOne({ _id: survey }, { $set: { keys: null } }, durable);
        await crashPoint('mongo:survey-ended');
        await settle(collections, survey, crashPoint);
      }),
    draw: (...asked) => ask(() => draw(collections, crashPoint, ...asked)),
    drawn: (survey) =>
      ask(async () => {
        const all = await inForce(collections, survey);
        return all.map(({ batch, sealed }) => ({ batch, sealed: Uint8Array.from(sealed.value()) }));
      }),
    released: (...asked) => ask(() => released(collections, crashPoint, ...asked)),
    undraw: (survey) => ask(() => undraw(collections, survey)),
    destroy: (survey) =>
      ask(async () => {
        // The document of the survey last: until it is gone, all of it is destroyed again.
        await surveys.updateOne({ _id: survey }, { $set: { keys: null } }, durable);
        for (const one of [answers, tickets, collections.batches] as Collection<AnswerRecord>[]) {
          await one.deleteMany({ survey }, durable);
        }
        await surveys.deleteOne({ _id: survey }, durable);
      }),
    close: async () => undefined,
  };
}

async function stage(
  collections: Collections,
  crashPoint: CrashPoint,
  survey: string,
  ticket: string,
  answer: Uint8Array,
): Promise<Staging> {
  const { surveys, tickets, answers } = collections;
  if (!(await isOpen(surveys, survey))) return 'closed';
  const id = randomBytes(16).toString('hex');
  await answers.insertOne({ _id: id, survey, waits: false, sealed: asBinary(answer) }, durable);
  await crashPoint('mongo:answer-written');
  const record = { _id: ticketId(survey, ticket), survey, answer: id };
  try {
    await tickets.insertOne(record, durable);
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause;
    await answers.deleteOne({ _id: id }, durable);
    return (await isSpent(collections, survey, ticket)) ? 'spent' : 'closed';
  }
  await crashPoint('mongo:ticket-spent');
  const counts = await settled(collections, record, crashPoint);
  if (counts === undefined) {
    throw new StagingUnavailable('The survey is gone, and what became of this answer with it.');
  }
  if (counts) return 'staged';
  // The survey may be gone already: nothing must be left that nobody looks at.
  await tickets.deleteOne({ _id: ticketId(survey, ticket) }, durable);
  return 'closed';
}

async function isOpen(surveys: Collections['surveys'], survey: string): Promise<boolean> {
  const found = await surveys.findOne({ _id: survey });
  return found !== null && found.keys !== null;
}

async function isSpent(collections: Collections, survey: string, ticket: string): Promise<boolean> {
  const found = await collections.tickets.findOne({ _id: ticketId(survey, ticket) });
  return found !== null && (await settled(collections, found)) === true;
}

/**
 * Whether the answer of a ticket counts. Brings about what a process that ended has left undone: it
 * waits from now on, or it came too late and goes. Never makes an answer that is not there: one
 * that was released meanwhile stays gone.
 *
 * Undefined where the ticket is gone as well: whoever brought it has taken it back, because the
 * answer was late, or all of the survey is destroyed.
 */
async function settled(
  { surveys, tickets, answers }: Collections,
  { _id, survey, answer }: TicketRecord,
  crashPoint: CrashPoint = () => undefined,
): Promise<boolean | undefined> {
  if (answer === undefined) return true;
  const undone = { _id: answer, waits: false };
  const forget = () => tickets.updateOne({ _id }, { $unset: { answer: '' } }, durable);
  if (await isOpen(surveys, survey)) {
    await crashPoint('mongo:survey-open');
    const { matchedCount } = await answers.updateOne(undone, { $set: { waits: true } }, durable);
    await crashPoint('mongo:answer-waits');
    if (matchedCount === 1) return forget().then(() => true);
  } else {
    const { deletedCount } = await answers.deleteOne(undone, durable);
    if (deletedCount === 1) return false;
  }
  // Another process was first, and what it has done is seen here. What is drawn and released has a
  // ticket that names it no more.
  if ((await answers.findOne({ _id: answer })) !== null) return forget().then(() => true);
  const now = await tickets.findOne({ _id });
  return now === null ? undefined : now.answer === undefined;
}

/** Of all tickets that still name an answer. */
async function settle(
  collections: Collections,
  survey: string,
  crashPoint: CrashPoint = () => undefined,
): Promise<void> {
  const undone = { survey, answer: { $exists: true } };
  const all = await collections.tickets.find(undone).toArray();
  await crashPoint('mongo:undone-found');
  for (const one of all) await settled(collections, one);
}

async function waiting(collections: Collections, survey: string) {
  const { tickets, answers } = collections;
  await settle(collections, survey);
  const drawn = (await inForce(collections, survey)).flatMap(({ of }) => of);
  const all = await answers.find({ survey, waits: true }).sort({ _id: 1 }).toArray();
  // Read after the answers: none that is drawn is named by a ticket, or nobody could tell later.
  const named = await tickets.find({ survey, answer: { $exists: true } }).toArray();
  const others = new Set([...drawn, ...named.map(({ answer }) => answer)]);
  return all
    .filter(({ _id: id }) => !others.has(id))
    .map(({ _id: id, sealed }) => ({ id, sealed: Uint8Array.from(sealed.value()) }));
}

async function draw(
  collections: Collections,
  crashPoint: CrashPoint,
  survey: string,
  next: number,
  batches: readonly NewBatch[],
): Promise<boolean> {
  const waits = new Set((await waiting(collections, survey)).map(({ id }) => id));
  if (!batches.every(({ of }) => of.every((id) => waits.has(id)))) return false;
  const id = randomBytes(16).toString('hex');
  for (const [index, { of, sealed }] of batches.entries()) {
    const batch = next + index;
    const about = { _id: batchId(id, batch), survey, draw: id, batch, of };
    await collections.batches.insertOne({ ...about, sealed: asBinary(sealed) }, durable);
    await crashPoint('mongo:batch-written');
  }
  const { matchedCount } = await collections.surveys.updateOne(
    { _id: survey, next, draw: null },
    { $set: { next: next + batches.length, draw: { id, first: next } } },
    durable,
  );
  await crashPoint('mongo:batches-drawn');
  if (matchedCount === 0) await collections.batches.deleteMany({ draw: id }, durable);
  return matchedCount === 1;
}

/** The batches of the draw that the survey names, those that are released left out. */
async function inForce({ surveys, batches }: Collections, survey: string) {
  const found = await surveys.findOne({ _id: survey });
  if (found === null || found.draw === null) return [];
  const { id, first } = found.draw;
  return batches
    .find({ draw: id, batch: { $gte: first } })
    .sort({ batch: 1 })
    .toArray();
}

/** Answers first: as long as the survey names the batch, this is done again. */
async function released(
  collections: Collections,
  crashPoint: CrashPoint,
  survey: string,
  batch: number,
): Promise<void> {
  const all = await inForce(collections, survey);
  const [one, ...rest] = all;
  if (one === undefined || one.batch !== batch) return;
  await collections.answers.deleteMany({ _id: { $in: [...one.of] } }, durable);
  await crashPoint('mongo:answers-removed');
  const left = rest.length === 0 ? null : { id: one.draw, first: batch + 1 };
  const asItIs = { _id: survey, draw: { id: one.draw, first: batch } };
  await collections.surveys.updateOne(asItIs, { $set: { draw: left } }, durable);
  await crashPoint('mongo:batch-released');
  await collections.batches.deleteOne({ _id: batchId(one.draw, batch) }, durable);
}

async function undraw(collections: Collections, survey: string): Promise<void> {
  const found = await collections.surveys.findOne({ _id: survey });
  if (found === null || found.draw === null) return;
  const { draw: drawn } = found;
  const back = { $set: { next: drawn.first, draw: null } };
  await collections.surveys.updateOne({ _id: survey, draw: drawn }, back, durable);
  await collections.batches.deleteMany({ draw: drawn.id }, durable);
}

function ticketId(survey: string, ticket: string): string {
  return `${survey}${idSeparator}${ticket}`;
}

function batchId(draw: string, batch: number): string {
  return `${draw}${idSeparator}${batch}`;
}

function stagedOf({ _id: survey, tenant, keys, next }: SurveyRecord): StagedSurvey {
  return { tenant, survey, keys: keys === null ? null : Uint8Array.from(keys.value()), next };
}
