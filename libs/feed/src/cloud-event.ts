import { Fault, type Position } from '@plumbline/kernel';
import type { PublishedFact } from './feed.ts';

/** A message as Kafka carries it: CloudEvents 1.0 in binary mode. */
export interface CloudEventMessage {
  /** The stream: what belongs to one aggregate stays together in compaction and in tools. */
  readonly key: string | null;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as a client hands it over: header values are bytes, or text, or lists of them. */
export interface ReceivedMessage {
  readonly value: Uint8Array | string | null;
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
}

/** The type of a message that is no fact: up to its position, the partition is complete. */
export const positionType = 'plumbline.position.v1';

/** A message of a topic of facts that is none: somebody else has written there. */
export class NotAFact extends Fault {
  readonly code = 'feed/not-a-fact';
  readonly retriable = false;
}

/**
 * The published fact as a message. The payload is the fact's data and nothing else; all that is
 * known of its recording goes into headers, each a string: `ce_time` is when it was recorded,
 * `ce_subject` its stream, and extensions tell the rest. Only what a published fact is made of is
 * written, so that nothing private can ride along.
 */
export function toCloudEvent(fact: PublishedFact, source: string): CloudEventMessage {
  return {
    key: fact.stream,
    value: JSON.stringify(fact.data),
    headers: {
      ce_specversion: '1.0',
      ce_id: fact.id,
      ce_source: source,
      ce_type: fact.type,
      ce_time: fact.recordedAt,
      ce_subject: fact.stream,
      ce_tenant: fact.tenant,
      ce_stream: fact.stream,
      ce_revision: String(fact.revision),
      ce_position: fact.position,
      // The extension `sequence` sorts as text, which a revision does not.
      ce_sequence: String(fact.revision).padStart(sequenceDigits, '0'),
      ce_effectiveat: fact.effectiveAt,
      ce_actor: fact.actor,
      ce_correlationid: fact.correlationId,
      ce_causationid: fact.causationId,
      'content-type': 'application/json',
    },
  };
}

export const sequenceDigits = 10;

/** What an installation is called as the source of the facts of a context. */
export function sourceOf(environment: string, context: string): string {
  return `urn:plumbline:${environment}:${context}`;
}

/**
 * The same event as one value of JSON, which is the structured mode: what a header says on Kafka, a
 * member of the same text says here. Readers of both see one fact.
 */
export function toStructuredEvent(fact: PublishedFact, source: string): string {
  const { headers, value } = toCloudEvent(fact, source);
  const members = Object.entries(headers).map(([name, text]) => [memberOf(name), text] as const);
  return `${JSON.stringify(Object.fromEntries(members)).slice(0, -1)},"data":${value}}`;
}

/** How an attribute is called outside of Kafka. */
export function memberOf(header: string): string {
  return header === 'content-type' ? 'datacontenttype' : header.slice('ce_'.length);
}

/** The fact that a message holds. Throws `NotAFact` when it holds none. */
export function fromCloudEvent({ value, headers = {} }: ReceivedMessage): PublishedFact {
  const header = (name: string) => {
    const text = textOf(headers[name]);
    if (text === undefined) throw new NotAFact(`The message has no header ${name}.`);
    return text;
  };
  const version = header('ce_specversion');
  if (version !== '1.0') throw new NotAFact(`The message is of CloudEvents ${version}.`);
  const revision = Number(header('ce_revision'));
  if (!Number.isSafeInteger(revision) || revision < 0) {
    throw new NotAFact('The revision of the message is not a whole number.');
  }
  return {
    id: header('ce_id'),
    type: header('ce_type'),
    tenant: header('ce_tenant'),
    stream: header('ce_stream'),
    revision,
    position: header('ce_position') as Position,
    recordedAt: header('ce_time'),
    effectiveAt: header('ce_effectiveat'),
    actor: header('ce_actor'),
    correlationId: header('ce_correlationid'),
    causationId: header('ce_causationid'),
    data: dataOf(value),
  };
}

/** Says that its partition holds every fact up to a position. No reader is handed it as a fact. */
export function positionMarker(
  { position, at, partition }: { position: Position; at: string; partition: number },
  source: string,
): CloudEventMessage {
  return {
    key: null,
    value: JSON.stringify({ position }),
    headers: {
      ce_specversion: '1.0',
      ce_id: `${partition}-${position}-${at}`,
      ce_source: source,
      ce_type: positionType,
      ce_time: at,
      ce_position: position,
      'content-type': 'application/json',
    },
  };
}

/** Type and position of a message, fact or marker, without its payload being read. */
export function outlineOf({ headers = {} }: ReceivedMessage): { type: string; position: Position } {
  const [type, position] = [textOf(headers['ce_type']), textOf(headers['ce_position'])];
  if (type === undefined || position === undefined) {
    throw new NotAFact('The message has no type, or no position.');
  }
  return { type, position: position as Position };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : undefined;
}

function dataOf(value: Uint8Array | string | null): unknown {
  const text = textOf(value);
  if (text === undefined) throw new NotAFact('The message is empty.');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NotAFact('The payload of the message is not JSON.');
  }
}
