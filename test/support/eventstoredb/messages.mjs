// The store's terms as gRPC messages and back, by the code that the client package brings along.
import { createRequire } from 'node:module';
import { Metadata, status } from '@grpc/grpc-js';

/** @import { Expected, Outcome, Proposed, Recorded } from './event-store.mjs' */

const require = createRequire(import.meta.url);
const generated = '@eventstore/db-client/generated';
export const messages = require(`${generated}/streams_pb.js`);
export const shared = require(`${generated}/shared_pb.js`);
const { Status } = require(`${generated}/status_pb.js`);
const { Any } = require('google-protobuf/google/protobuf/any_pb.js');
const { Empty: WellKnownEmpty } = require('google-protobuf/google/protobuf/empty_pb.js');
export const services = {
  ...require(`${generated}/streams_grpc_pb.js`),
  ...require(`${generated}/serverfeatures_grpc_pb.js`),
  ...require(`${generated}/gossip_grpc_pb.js`),
};
export const features = require(`${generated}/serverfeatures_pb.js`);
export const gossip = require(`${generated}/gossip_pb.js`);
export { status };

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param {any} identifier @returns {string} */
export function nameOf(identifier) {
  return Buffer.from(identifier.getStreamName_asU8()).toString();
}

/** @param {string} name */
export function identifierOf(name) {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name));
  return identifier;
}

/** @param {string} text */
export function uuid(text) {
  const message = new shared.UUID();
  message.setString(text);
  return message;
}

/** @param {any} message @returns {string} */
export function uuidText(message) {
  if (message.hasString()) return message.getString();
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(message.getStructured().getMostSignificantBits()), 0);
  bytes.writeBigInt64BE(BigInt(message.getStructured().getLeastSignificantBits()), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {any} message @returns {Proposed} */
export function proposedOf(message) {
  const id = uuidText(message.getId());
  if (!uuidPattern.test(id)) throw refusal(status.INVALID_ARGUMENT, `${id} is not a UUID.`);
  const [type, contentType] = ['type', 'content-type'].map((key) =>
    message.getMetadataMap().get(key),
  );
  return {
    id,
    type,
    contentType,
    data: message.getData_asU8(),
    meta: message.getCustomMetadata_asU8(),
  };
}

/** @param {any} options @returns {Expected} */
export function expectedOf(options) {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  if (options.hasAny()) return 'any';
  return BigInt(options.getRevision ? options.getRevision() : options.getStreamPosition());
}

/** @param {Recorded} event */
export function readEvent(event) {
  const recorded = new messages.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(event.id));
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(event.revision.toString());
  recorded.setCommitPosition(event.position.toString());
  recorded.setPreparePosition(event.position.toString());
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', event.ticks);
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.meta);
  const read = new messages.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(event.position.toString());
  const answer = new messages.ReadResp();
  answer.setEvent(read);
  return answer;
}

/** A position of $all as one of the messages that hold one. @param {any} Type @param {bigint} at */
export function positionIn(Type, at) {
  const message = new Type();
  message.setCommitPosition(at.toString());
  message.setPreparePosition(at.toString());
  return message;
}

/** An error of a call: what the client knows it by is in the trailers. */
export function refusal(
  /** @type {number} */ code,
  /** @type {string} */ details,
  /** @type {Readonly<Record<string, string>>} */ trailers = {},
) {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** @param {string} stream */
export function deletedRefusal(stream) {
  const trailers = { exception: 'stream-deleted', 'stream-name': stream };
  return refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, trailers);
}

/** Sets what was expected, in whichever of its four fields. @param {any} message */
export function setExpected(message, /** @type {Expected} */ expected, isBatch = false) {
  const empty = isBatch ? new WellKnownEmpty() : new shared.Empty();
  const prefix = message.setExpectedAny === undefined ? 'set' : 'setExpected';
  if (expected === 'any') message[`${prefix}Any`](empty);
  else if (expected === 'no_stream') message[`${prefix}NoStream`](empty);
  else if (expected === 'stream_exists') message[`${prefix}StreamExists`](empty);
  else message[`${prefix}${isBatch ? 'StreamPosition' : 'Revision'}`](expected.toString());
}

/** Why a batch was refused: a status with the error packed into it. */
export function batchError(
  /** @type {string} */ stream,
  /** @type {Expected} */ expected,
  /** @type {Exclude<Outcome, { kind: 'done' }>} */ outcome,
) {
  const [type, detail] =
    outcome.kind === 'deleted'
      ? ['StreamDeleted', new shared.StreamDeleted()]
      : ['WrongExpectedVersion', new shared.WrongExpectedVersion()];
  if (outcome.kind === 'deleted') detail.setStreamIdentifier(identifierOf(stream));
  else {
    if (outcome.current === null) detail.setCurrentNoStream(new WellKnownEmpty());
    else detail.setCurrentStreamRevision(outcome.current.toString());
    setExpected(detail, expected, true);
  }
  const packed = new Any();
  packed.pack(detail.serializeBinary(), `event_store.client.${type}`);
  const error = new Status();
  error.setCode(status.FAILED_PRECONDITION);
  error.setMessage(type);
  error.setDetails(packed);
  return error;
}
