import { hash } from 'node:crypto';
import { binaryEvent, type BinaryEventData, type ResolvedEvent } from '@eventstore/db-client';
import { Malformed, type EpochMs, type Position } from '@plumbline/kernel';
import type { Append, NewFact, StoredFact } from './event-log.ts';
import { sealedPartHash } from './sealed-parts.ts';

/** What of a fact is neither in its body nor known to the event store. */
export interface FactMetadata {
  readonly tenant: string;
  readonly commandId: string;
  readonly fingerprint: string;
  /** Drawn for each call of `append`: tells what this call wrote from what another one did. */
  readonly attempt: string;
  /** The newest time that the writer had seen: `recordedAt` is never before it. */
  readonly notBefore: EpochMs;
  /** Of a fact that is restored: as the log has it that recorded it. */
  readonly recordedAt?: EpochMs;
  /** SHA-256 of the sealed part, which lies beside the event store. */
  readonly sealed?: string;
}

/** A fact as it was read, without its sealed part. */
export interface ReadFact {
  readonly fact: StoredFact;
  readonly metadata: FactMetadata;
}

export interface PositionParts {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/**
 * The event of a fact: its id, its type, and the bytes of its body as they are. Binary, because the
 * client parses events that are JSON and writes them anew, which need not give the same bytes.
 */
export function eventOf(
  { id, type, body, sealed }: NewFact,
  { tenant, commandId, fingerprint }: Append,
  times: Pick<FactMetadata, 'attempt' | 'notBefore' | 'recordedAt'>,
): BinaryEventData {
  const about = { tenant, commandId, fingerprint, ...times };
  const metadata: FactMetadata =
    sealed === undefined ? about : { ...about, sealed: sealedPartHash(sealed) };
  return binaryEvent({ id, type, data: Buffer.from(body), metadata: { ...metadata } });
}

/** The fact of an event; undefined for an event of somebody else. */
export function factOf({ event }: ResolvedEvent, namespace: string): ReadFact | undefined {
  if (event === undefined || !event.streamId.startsWith(namespace)) return undefined;
  const { id, type, revision, created, position, data } = event;
  const stream = event.streamId.slice(namespace.length);
  const metadata: unknown = event.metadata;
  if (!isMetadata(metadata) || !(data instanceof Uint8Array) || position === undefined) {
    throw new Malformed(`Event ${id} of stream ${stream} is no fact of this log.`);
  }
  const fact = {
    ...{ id, type, stream, tenant: metadata.tenant, revision: Number(revision) },
    position: positionOf(position),
    recordedAt: metadata.recordedAt ?? Math.max(created.getTime(), metadata.notBefore),
    body: Buffer.from(data).toString(),
    bodyHash: hash('sha256', data, 'hex'),
  };
  return { fact, metadata };
}

function isMetadata(metadata: unknown): metadata is FactMetadata {
  const { tenant, commandId, fingerprint, attempt, notBefore, recordedAt } = (metadata ??
    {}) as Partial<FactMetadata>;
  const texts = [tenant, commandId, fingerprint, attempt];
  const times = [notBefore, recordedAt ?? 0];
  return (
    texts.every((one) => typeof one === 'string') && times.every((one) => typeof one === 'number')
  );
}

const positionDigits = 20;

/** Both parts, so that the place in $all is exact, with zeros, so that they sort as text. */
export function positionOf({ commit, prepare }: PositionParts): Position {
  return [commit, prepare]
    .map((part) => part.toString().padStart(positionDigits, '0'))
    .join('/') as Position;
}

export function partsOf(position: Position): PositionParts {
  const [commit, prepare] = position.split('/');
  if (commit === undefined || prepare === undefined || !/^\d{20}\/\d{20}$/.test(position)) {
    throw new Malformed(`${position} is no position of this log.`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
