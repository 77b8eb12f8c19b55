// Reads and subscriptions, of a stream and of $all.
import { randomUUID } from 'node:crypto';
import { currentRevision, endOfRevisions } from './event-store.mjs';
import { deletedRefusal, identifierOf, messages, nameOf, positionIn } from './messages.mjs';
import { readEvent, refusal, status } from './messages.mjs';

/**
 * @import { EventStore, Recorded } from './event-store.mjs'
 * @import { Faults } from './faults.mjs'
 */

/** Events that are looked at between two checkpoints of a filtered subscription, by default. */
const searchWindowDefault = 32;
const backwards = 1;

/** The handler of the Read call. @param {EventStore} store @param {Faults} faults */
export function createRead(store, faults) {
  return async (/** @type {any} */ call) => {
    const out = createOutput(call, store, faults);
    try {
      if (await faults.refuses()) throw refusal(status.UNAVAILABLE, 'The server is not available.');
      const options = call.request.getOptions();
      if (options.hasSubscription()) await subscribe(store, faults, call, options, out);
      else if (options.hasStream()) await readStream(store, options, out);
      else await readAll(store, options, out);
      call.end();
    } catch (cause) {
      call.emit('error', cause);
    }
  };
}

/** Writes to a call no faster than it is read, and not at all once it is over. */
function createOutput(
  /** @type {any} */ call,
  /** @type {EventStore} */ store,
  /** @type {Faults} */ faults,
) {
  let isOver = false;
  /** @type {() => void} */
  let wake = () => undefined;
  const over = () => {
    isOver = true;
    wake();
  };
  call.on('cancelled', over);
  call.on('close', over);
  call.on('error', over);
  const waits = async (/** @type {(done: () => void) => void} */ until) => {
    if (isOver) return;
    await new Promise((resolve) => {
      wake = () => resolve(undefined);
      until(wake);
    });
  };
  const put = async (/** @type {any} */ message) => {
    await faults.thawed();
    if (!isOver && !call.write(message)) await waits((done) => call.once('drain', done));
  };
  return {
    isOver: () => isOver,
    put,
    /** Writes the events that a test makes arrive twice, twice. */
    putLive: async (/** @type {Recorded} */ event) => {
      await put(readEvent(event));
      if (faults.isDuplicated()) await put(readEvent(event));
    },
    nextChange: () =>
      waits((done) => {
        const changed = () => {
          store.waiting.delete(changed);
          done();
        };
        store.waiting.add(changed);
      }),
  };
}

/** @typedef {ReturnType<typeof createOutput>} Output */

/** @param {EventStore} store @param {any} options @param {Output} out */
async function readStream(store, options, out) {
  const asked = options.getStream();
  const name = nameOf(asked.getStreamIdentifier());
  const stream = store.streams.get(name);
  if (stream?.isTombstoned) throw deletedRefusal(name);
  if (stream === undefined || currentRevision(stream) === null) {
    const answer = new messages.ReadResp();
    const notFound = new messages.ReadResp.StreamNotFound();
    notFound.setStreamIdentifier(identifierOf(name));
    answer.setStreamNotFound(notFound);
    return out.put(answer);
  }
  const isBackwards = options.getReadDirection() === backwards;
  const visible = store.visible(stream);
  const events = isBackwards ? visible.toReversed() : visible;
  const from = asked.hasRevision()
    ? BigInt(asked.getRevision())
    : asked.hasStart()
      ? 0n
      : endOfRevisions;
  const wanted = events.filter(({ revision }) =>
    isBackwards ? revision <= from : revision >= from,
  );
  await putAll(wanted.slice(0, Number(options.getCount())), out);
}

/**
 * Forwards from a position, that one included; backwards from one, that one left out.
 * @param {EventStore} store @param {any} options @param {Output} out
 */
async function readAll({ all, indexAt }, options, out) {
  const asked = options.getAll();
  const at = asked.hasPosition()
    ? indexAt(BigInt(asked.getPosition().getCommitPosition()))
    : asked.hasStart()
      ? 0
      : all.length;
  const step = options.getReadDirection() === backwards ? -1 : 1;
  const { keeps } = filterOf(options);
  const end = all.length;
  let left = Number(options.getCount());
  // One after the other, as they are taken: a reader may want the newest of very many alone.
  for (let index = step < 0 ? at - 1 : at; left > 0 && !out.isOver(); index += step) {
    const event = index < end ? all[index] : undefined;
    if (event === undefined) return;
    if (!keeps(event)) continue;
    await out.put(readEvent(event));
    left -= 1;
  }
}

/** @param {Recorded[]} events @param {Output} out */
async function putAll(events, out) {
  for (const event of events) {
    if (out.isOver()) return;
    await out.put(readEvent(event));
  }
}

async function subscribe(
  /** @type {EventStore} */ store,
  /** @type {Faults} */ faults,
  /** @type {any} */ call,
  /** @type {any} */ options,
  /** @type {Output} */ out,
) {
  faults.subscriptions.add(call);
  call.on('cancelled', () => faults.subscriptions.delete(call));
  const answer = new messages.ReadResp();
  const confirmation = new messages.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(randomUUID());
  answer.setConfirmation(confirmation);
  await out.put(answer);
  const next = options.hasStream() ? streamFeed(store, options) : allFeed(store, options);
  let isLive = false;
  while (!out.isOver()) {
    const step = next();
    if (step !== undefined) {
      if (step.event !== undefined) await out.putLive(step.event);
      if (step.checkpoint !== undefined) await out.put(checkpointAt(step.checkpoint));
    } else if (isLive) await out.nextChange();
    else {
      isLive = true;
      await out.put(caughtUp());
    }
  }
}

/**
 * Steps over $all after a position. Filtered, a checkpoint is given after so many events that were
 * looked at; none is given on going live, so that on a small store none may ever come.
 * @param {EventStore} store @param {any} options
 */
function allFeed({ all, indexAt }, options) {
  const asked = options.getAll();
  const { keeps, checkpointEvery } = filterOf(options);
  let looked = 0;
  let index = asked.hasPosition()
    ? indexAt(BigInt(asked.getPosition().getCommitPosition()) + 1n)
    : asked.hasStart()
      ? 0
      : all.length;
  return () => {
    const event = all[index];
    if (event === undefined) return undefined;
    index += 1;
    looked += 1;
    const checkpoint = looked % checkpointEvery === 0 ? event.position : undefined;
    return { event: keeps(event) ? event : undefined, checkpoint };
  };
}

/** Steps over one stream after a revision. @param {EventStore} store @param {any} options */
function streamFeed(store, options) {
  const asked = options.getStream();
  const name = nameOf(asked.getStreamIdentifier());
  const stream = store.streamOf(name);
  let index = asked.hasRevision()
    ? Number(asked.getRevision()) + 1
    : asked.hasStart()
      ? 0
      : stream.events.length;
  return () => {
    if (stream.isTombstoned) throw deletedRefusal(name);
    const event = stream.events[index];
    if (event === undefined) return undefined;
    index += 1;
    const isVisible = event.revision >= stream.truncateBefore;
    return { event: isVisible ? event : undefined, checkpoint: undefined };
  };
}

/** @param {any} options */
function filterOf(options) {
  if (!options.hasFilter()) return { keeps: () => true, checkpointEvery: Infinity };
  const filter = options.getFilter();
  const isOfType = filter.hasEventType();
  const expression = isOfType ? filter.getEventType() : filter.getStreamIdentifier();
  /** @type {string[]} */
  const prefixes = expression.getPrefixList();
  // The real server takes expressions of .NET here.
  const pattern = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  const keeps = (/** @type {Recorded} */ { type, stream }) => {
    const text = isOfType ? type : stream;
    return pattern?.test(text) ?? prefixes.some((prefix) => text.startsWith(prefix));
  };
  const searched = filter.hasMax() ? filter.getMax() : searchWindowDefault;
  return { keeps, checkpointEvery: searched * (filter.getCheckpointintervalmultiplier() || 1) };
}

/** @param {bigint} position */
function checkpointAt(position) {
  const answer = new messages.ReadResp();
  answer.setCheckpoint(positionIn(messages.ReadResp.Checkpoint, position));
  return answer;
}

function caughtUp() {
  const answer = new messages.ReadResp();
  answer.setCaughtUp(new messages.ReadResp.CaughtUp());
  return answer;
}
