import mongoose, { type Connection, type mongo } from 'mongoose';

export type { Connection } from 'mongoose';
export type Binary = mongo.Binary;
export type Collection<Doc extends { readonly _id: string }> = mongo.Collection<Doc>;

/** A server that cannot be reached fails a call after this long; the call may be made again. */
export const serverSelectionMsMax = 5_000;
/** A server that has taken a call and does not answer is given up after this long. */
export const answerMsMax = 30_000;
export const connectionsMax = 20;

/** Kept on most of the servers that hold a copy before it is answered for. */
export const durable = { writeConcern: { w: 'majority' } } as const;

/**
 * Separates the parts of an `_id`. It sorts before everything that a tenant or a view is named
 * with, so that ids sort as their parts do.
 */
export const idSeparator = '\u001f';

export interface OpenMongoOptions {
  readonly serverSelectionMs?: number;
  readonly answerMs?: number;
}

/**
 * Connects to a MongoDB by its URL, which names the database. One connection serves all adapters
 * of a process; the one who opened it closes it, after all of them.
 *
 * Adapters use the driver's own collections: they compare and swap whole documents, whose bodies
 * are text, so that there is nothing for a schema to check or to convert.
 */
export async function openMongo(url: string, options: OpenMongoOptions = {}): Promise<Connection> {
  const { serverSelectionMs = serverSelectionMsMax, answerMs = answerMsMax } = options;
  const connection = mongoose.createConnection(url, {
    serverSelectionTimeoutMS: serverSelectionMs,
    connectTimeoutMS: serverSelectionMs,
    socketTimeoutMS: answerMs,
    waitQueueTimeoutMS: answerMs,
    maxPoolSize: connectionsMax,
    // A call fails at once or is made: none waits in a queue of the process for a server.
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  });
  try {
    return await connection.asPromise();
  } catch (cause) {
    await connection.destroy();
    throw cause;
  }
}

/** A collection of the database that the connection is to. */
export function collectionOf<Doc extends { readonly _id: string }>(
  connection: Connection,
  name: string,
): Collection<Doc> {
  return databaseOf(connection).collection<Doc>(name);
}

const databases = new WeakMap<Connection, mongo.Db>();

/** Made once: to make one checks all options of the client, and views name theirs at each call. */
function databaseOf(connection: Connection): mongo.Db {
  const known = databases.get(connection) ?? connection.getClient().db(connection.name);
  databases.set(connection, known);
  return known;
}

/** Bytes as the server stores them; `value()` gives them back. */
export function asBinary(bytes: Uint8Array): Binary {
  return new mongoose.mongo.Binary(Uint8Array.from(bytes));
}

/** Drops a collection, if it is there: not every server says in the same way that it is not. */
export async function dropCollection(connection: Connection, name: string): Promise<void> {
  const database = databaseOf(connection);
  const found = await database.listCollections({}, { nameOnly: true }).toArray();
  if (found.some((one) => one.name === name)) await database.dropCollection(name);
}

const duplicateKey = 11_000;
/** What servers answer while they shut down, elect another one, or wait for their copies. */
const passing = new Set([6, 7, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const unreachable = new RegExp(
  '^Mongo(ose)?(Network(Timeout)?|ServerSelection|NotConnected|(Topology|Server|Client|Pool)Closed' +
    '|StalePrimary|PoolCleared|PoolClearedOnNetwork|WaitQueueTimeout|OperationTimeout)Error$',
);

/** Another document has the same `_id`, or the same value of a unique index. */
export function isDuplicate(cause: unknown): boolean {
  return codeOf(cause) === duplicateKey;
}

/** The server cannot be reached or cannot do it now; whether a write was made is not known. */
export function isUnreachable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = codeOf(cause);
  if (code !== undefined) return passing.has(code);
  // A batch that no server answered is told without the class of what happened to it.
  return unreachable.test(cause.name) || refusedWrites(cause)?.length === 0;
}

/** Makes a call, and says by a fault of the caller's own when the server could not be reached. */
export async function reached<Result>(
  work: () => Promise<Result>,
  fault: (message: string, options: { readonly cause: unknown }) => Error,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!isUnreachable(cause)) throw cause;
    throw fault(`MongoDB cannot be used now (${(cause as Error).name}).`, { cause });
  }
}

function codeOf(cause: unknown): number | undefined {
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : undefined;
}

/** Whether the writes of a batch that were refused all met another document of the same key. */
export function onlyDuplicates(cause: unknown): boolean {
  const codes = refusedWrites(cause) ?? [];
  const { result } = cause as { result?: { getWriteConcernError?(): unknown } };
  const isKept = result?.getWriteConcernError?.() === undefined;
  return isKept && codes.length > 0 && codes.every((code) => code === duplicateKey);
}

/** The codes of the writes of a batch that were refused; undefined when it was no batch. */
function refusedWrites(cause: unknown): readonly number[] | undefined {
  if (!(cause instanceof mongoose.mongo.MongoBulkWriteError)) return undefined;
  return [cause.writeErrors].flat().map(({ code }) => code);
}
