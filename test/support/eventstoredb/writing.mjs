// Appends, one at a time or over a common call, and deletions.
import { batchError, deletedRefusal, expectedOf, identifierOf, messages } from './messages.mjs';
import { nameOf, positionIn, proposedOf, refusal, setExpected } from './messages.mjs';
import { shared, status, uuid, uuidText } from './messages.mjs';

/**
 * @import { EventStore, Expected, Outcome, Proposed } from './event-store.mjs'
 * @import { Faults } from './faults.mjs'
 */

/** The server's limit for one append, by default. */
export const appendBytesMax = 1024 * 1024;
const legacyExpected = { any: '-2', no_stream: '-1', stream_exists: '-4' };

/** @param {EventStore} store @param {Faults} faults */
export function createWriting(store, faults) {
  /** Carries an append out, once or, when a test says so, twice. */
  const appended = async (/** @type {any} */ options, /** @type {Proposed[]} */ events) => {
    if (await faults.refusesAppend())
      throw refusal(status.UNAVAILABLE, 'The server is not available.');
    checkSize(events);
    const stream = nameOf(options.getStreamIdentifier());
    const expected = expectedOf(options);
    let outcome = store.append(stream, expected, events);
    if (faults.isDuplicated()) outcome = store.append(stream, expected, events);
    await faults.mayAnswer();
    return { stream, expected, outcome };
  };

  /** @param {any} call @param {(error: unknown, answer?: unknown) => void} answer */
  const append = (call, answer) => {
    /** @type {any} */
    let options;
    /** @type {any[]} */
    const proposed = [];
    call.on('data', (/** @type {any} */ message) => {
      if (message.hasOptions()) options = message.getOptions();
      else proposed.push(message.getProposedMessage());
    });
    call.on('end', () => {
      respond(answer, async () => {
        const { stream, expected, outcome } = await appended(options, proposed.map(proposedOf));
        if (outcome.kind === 'deleted') throw deletedRefusal(stream);
        return appendAnswer(expected, outcome);
      });
    });
  };

  /** @param {any} call */
  const batchAppend = (call) => {
    /** @type {Map<string, { options: any, proposed: any[] }>} */
    const batches = new Map();
    call.on('end', () => call.end());
    call.on('data', (/** @type {any} */ message) => {
      const id = uuidText(message.getCorrelationId());
      const batch = batches.get(id) ?? { options: message.getOptions(), proposed: [] };
      batches.set(id, batch);
      batch.proposed.push(...message.getProposedMessagesList());
      if (!message.getIsFinal()) return;
      batches.delete(id);
      respond(
        (error, answer) => (error === null ? call.write(answer) : call.emit('error', error)),
        async () => {
          const done = await appended(batch.options, batch.proposed.map(proposedOf));
          return batchAnswer(id, done.stream, done.expected, done.outcome);
        },
      );
    });
  };

  /** @param {boolean} isForever */
  const remove =
    (isForever) =>
    (/** @type {any} */ call, /** @type {(error: unknown, answer?: unknown) => void} */ answer) => {
      respond(answer, async () => {
        if (await faults.refuses())
          throw refusal(status.UNAVAILABLE, 'The server is not available.');
        const options = call.request.getOptions();
        const stream = nameOf(options.getStreamIdentifier());
        const expected = expectedOf(options);
        const outcome = store.remove(stream, expected, isForever);
        if (outcome.kind === 'deleted') throw deletedRefusal(stream);
        if (outcome.kind === 'version') throw versionRefusal(stream, expected, outcome.current);
        const Answer = isForever ? messages.TombstoneResp : messages.DeleteResp;
        const response = new Answer();
        response.setPosition(positionIn(Answer.Position, outcome.position));
        return response;
      });
    };

  return { append, batchAppend, delete: remove(false), tombstone: remove(true) };
}

/** Answers a call with what the work gives or throws. */
export function respond(
  /** @type {(error: unknown, answer?: unknown) => void} */ answer,
  /** @type {() => Promise<unknown>} */ work,
) {
  work().then(
    (response) => answer(null, response),
    (error) => answer(error),
  );
}

/** @param {Proposed[]} events */
function checkSize(events) {
  const bytes = events.reduce((sum, { data, meta }) => sum + data.length + meta.length, 0);
  if (bytes <= appendBytesMax) return;
  const exception = 'maximum-append-size-exceeded';
  const trailers = { exception, 'maximum-append-size': String(appendBytesMax) };
  throw refusal(status.INVALID_ARGUMENT, 'The append is too large.', trailers);
}

/** @param {Expected} expected @param {Exclude<Outcome, { kind: 'deleted' }>} outcome */
function appendAnswer(expected, outcome) {
  const answer = new messages.AppendResp();
  if (outcome.kind === 'done') {
    const success = new messages.AppendResp.Success();
    success.setCurrentRevision(outcome.revision.toString());
    success.setPosition(positionIn(messages.AppendResp.Position, outcome.position));
    answer.setSuccess(success);
    return answer;
  }
  const wrong = new messages.AppendResp.WrongExpectedVersion();
  if (outcome.current === null) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(outcome.current.toString());
  setExpected(wrong, expected);
  answer.setWrongExpectedVersion(wrong);
  return answer;
}

function batchAnswer(
  /** @type {string} */ id,
  /** @type {string} */ stream,
  /** @type {Expected} */ expected,
  /** @type {Outcome} */ outcome,
) {
  const answer = new messages.BatchAppendResp();
  answer.setCorrelationId(uuid(id));
  answer.setStreamIdentifier(identifierOf(stream));
  setExpected(answer, expected, true);
  if (outcome.kind === 'done') {
    const success = new messages.BatchAppendResp.Success();
    success.setCurrentRevision(outcome.revision.toString());
    success.setPosition(positionIn(shared.AllStreamPosition, outcome.position));
    answer.setSuccess(success);
  } else answer.setError(batchError(stream, expected, outcome));
  return answer;
}

/** @param {string} stream @param {Expected} expected @param {bigint | null} current */
function versionRefusal(stream, expected, current) {
  const text = typeof expected === 'bigint' ? expected.toString() : legacyExpected[expected];
  return refusal(status.FAILED_PRECONDITION, `${stream} is not at the expected revision.`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': text,
    'actual-version': (current ?? -1n).toString(),
  });
}
