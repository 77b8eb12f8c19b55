import { hash, randomBytes } from 'node:crypto';
import { derivedId, hasField, isClear, Malformed } from '@plumbline/kernel';
import type { Recorded, SealedText, Text } from '@plumbline/kernel';
import type { Sealer } from '@plumbline/privacy';
import { canonicalJson } from './canonical.ts';
import type { CommandContext, Envelope } from './envelope.ts';
import type { NewFact, StoredFact } from './event-log.ts';

/** Reads the facts that one context has stored. */
export interface FactReader<Fact> {
  readonly context: string;
  /**
   * The fact, or undefined where its reader is not to see it. Throws `Malformed` for an unknown
   * type or version: never skips.
   */
  decode(stored: StoredFact): Recorded<Fact> | undefined;
  /** Where it sees what another one has read: who has several of them reads a fact once. */
  readonly through?: Through<Fact>;
}

export interface Through<Fact> {
  readonly reader: FactReader<unknown>;
  see(recorded: Recorded<unknown>): Recorded<Fact> | undefined;
}

/**
 * Turns the facts of one context into stored bytes and back. A fact's `text` (see kernel `Text`),
 * when it has one, is sealed under its data subject and never enters the body.
 */
export interface FactCodec<Fact> extends FactReader<Fact> {
  encode(
    facts: readonly Fact[],
    about: CommandContext & { readonly stream: string },
    sealer: Sealer,
  ): Promise<readonly NewFact[]>;
  /** Upcasts older versions. */
  decode(stored: StoredFact): Recorded<Fact>;
}

/** Brings the data of one version up to the next. Pure. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Record<string, unknown>;

export interface CodecOptions<Fact extends { readonly type: string }> {
  readonly context: string;
  /** The newest version of every fact type. */
  readonly versions: Readonly<Record<Fact['type'], number>>;
  /** By the wire name that it reads: `{ 'goals.GoalDrafted.v1': (data) => … }` gives v2. */
  readonly upcasters?: Readonly<Record<string, Upcaster>>;
}

type Untyped = Readonly<Record<string, unknown>> & { readonly type: string; readonly text?: Text };

export function factCodec<Fact extends { readonly type: string }>(
  options: CodecOptions<Fact>,
): FactCodec<Fact> {
  const { context, upcasters = {} } = options;
  const versions: Readonly<Record<string, number>> = options.versions;
  requireUpcasters(context, versions, upcasters);

  const nameOf = (type: string): string => {
    const version = versions[type];
    if (version === undefined) throw new Malformed(`No fact ${type} is known in ${context}.`);
    return `${context}.${type}.v${version}`;
  };

  return {
    context,
    encode: async (facts, about, sealer) => {
      // All at once: the keys of subjects that are new share one sync.
      const encoding = facts.map((fact, index) => {
        const untyped = fact as unknown as Untyped;
        return encodeOne(untyped, nameOf(untyped.type), index, about, sealer);
      });
      return Promise.all(encoding);
    },
    decode: (stored) => {
      const envelope = JSON.parse(stored.body) as Envelope;
      const { type, data } = upcast(envelope, context, versions, upcasters);
      // The parsed data is nobody else's: it becomes the fact itself.
      const fact = data as Record<string, unknown>;
      fact['type'] = type;
      if (envelope.sealed !== undefined) fact['text'] = sealedText(envelope, stored);
      return recordedOf(fact as unknown as Fact, envelope, stored);
    },
  };
}

/**
 * What of a fact is stored in the body: all but its type, which is the body's, and its text. In the
 * order of names, in which the body is written anyway.
 */
function dataOf(fact: Untyped): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const name of Object.keys(fact).sort()) {
    if (name !== 'type' && name !== 'text') data[name] = fact[name];
  }
  return data;
}

async function encodeOne(
  fact: Untyped,
  type: string,
  index: number,
  about: CommandContext & { readonly stream: string },
  sealer: Sealer,
): Promise<NewFact> {
  const { tenant, stream, commandId } = about;
  const id = derivedId(tenant, stream, commandId, index);
  const { text } = fact;
  const data = dataOf(fact);
  const part = text === undefined ? undefined : await sealedPart(text, id, about, sealer);
  const { fingerprint, correlationId, causationId, effectiveAt, actor, traceparent } = about;
  const envelope: Record<string, unknown> = { actor, causationId, commandId, correlationId, data };
  envelope['effectiveAt'] = effectiveAt;
  envelope['fingerprint'] = fingerprint;
  envelope['id'] = id;
  envelope['salt'] = newSalt();
  if (part !== undefined) envelope['sealed'] = part.sealed;
  envelope['stream'] = stream;
  envelope['tenant'] = tenant;
  if (traceparent !== undefined) envelope['traceparent'] = traceparent;
  envelope['type'] = type;
  const body = canonicalJson(envelope);
  const bytes = part?.bytes;
  return bytes === undefined ? { id, type, body } : { id, type, body, sealed: bytes };
}

const saltBytes = 16;
const saltPool = { bytes: Buffer.alloc(0), at: 0 };

/** Random bytes are drawn for many salts at once: each draw is a call into the system. */
function newSalt(): string {
  if (saltPool.at + saltBytes > saltPool.bytes.length) {
    saltPool.bytes = randomBytes(saltBytes * 256);
    saltPool.at = 0;
  }
  const salt = saltPool.bytes.toString('hex', saltPool.at, saltPool.at + saltBytes);
  saltPool.at += saltBytes;
  return salt;
}

async function sealedPart(
  text: Text,
  fact: string,
  { tenant, stream }: { readonly tenant: string; readonly stream: string },
  sealer: Sealer,
) {
  if (!isClear(text)) throw new Malformed('A decided fact has its text in clear.');
  const fields = Object.keys(text.fields)
    .filter((field) => hasField(text, field))
    .sort();
  if (fields.length === 0) return { sealed: { fields, subject: text.of } };
  const bytes = await sealer.seal({ tenant, stream, fact }, text);
  const digest = hash('sha256', bytes, 'hex');
  return { sealed: { fields, hash: digest, subject: text.of }, bytes };
}

function sealedText({ sealed, stream, id }: Envelope, stored: StoredFact): SealedText {
  const part = stored.sealed;
  const box = part === undefined ? '' : Buffer.from(part).toString('base64');
  return { of: sealed?.subject ?? '', stream, fact: id, has: sealed?.fields ?? [], box };
}

function recordedOf<Fact>(fact: Fact, envelope: Envelope, stored: StoredFact): Recorded<Fact> {
  return {
    fact,
    id: envelope.id,
    tenant: envelope.tenant,
    stream: envelope.stream,
    revision: stored.revision,
    position: stored.position,
    recordedAt: stored.recordedAt,
    effectiveAt: envelope.effectiveAt,
    actor: envelope.actor,
    commandId: envelope.commandId,
    correlationId: envelope.correlationId,
    causationId: envelope.causationId,
  };
}

const wireName = /^([a-z][a-z-]*)\.([A-Z][A-Za-z]*)\.v([1-9]\d*)$/;

function upcast(
  { type: name, data }: Envelope,
  context: string,
  versions: Readonly<Record<string, number>>,
  upcasters: Readonly<Record<string, Upcaster>>,
) {
  const [, ofContext, type = '', digits] = wireName.exec(name) ?? [];
  const newest = versions[type];
  let version = Number(digits);
  if (ofContext !== context || newest === undefined || version > newest) {
    throw new Malformed(`${name} is not known in ${context}; a newer release wrote it.`);
  }
  let current: Readonly<Record<string, unknown>> = data;
  for (; version < newest; version += 1) {
    const next = upcasters[`${context}.${type}.v${version}`];
    if (next === undefined) throw new Malformed(`Nothing reads ${context}.${type}.v${version}.`);
    current = next(current);
  }
  return { type, data: current };
}

/** Every version that was ever released must be readable: a hole is found at start, not later. */
function requireUpcasters(
  context: string,
  versions: Readonly<Record<string, number>>,
  upcasters: Readonly<Record<string, Upcaster>>,
): void {
  for (const [type, newest] of Object.entries(versions)) {
    for (let version = 1; version < newest; version += 1) {
      const name = `${context}.${type}.v${version}`;
      if (upcasters[name] === undefined) throw new Error(`${name} has no upcaster.`);
    }
  }
}
