import { demandTaken } from '@plumbline/exports';
import { toStructuredEvent } from '@plumbline/feed/cloud-event';
import type { PublishedFact } from '@plumbline/feed';
import type { Clock, EpochMs, Position } from '@plumbline/kernel';
import type { FactReader, FactsQuestion } from './fact-reader.ts';
import type { HeadWatch } from './head-watch.ts';

/** Pieces of an answer have about so many characters: a slow reader keeps no more waiting. */
export const pieceCharsMax = 64 * 1024;
/** Facts that a lasting answer reads at once. */
export const streamBatchFacts = 200;
/** How long an idle stream of events says nothing. */
export const heartbeatMs = 15_000;
/** How long a browser waits before it connects again. */
export const reconnectMs = 2_000;

/** What answers are made with. */
export interface StreamGround {
  readonly reader: FactReader;
  readonly watch: HeadWatch;
  readonly clock: Clock;
  readonly sourceOf: (context: string) => string;
  readonly heartbeatMs: number;
}

/** What one answer stands under. */
export interface StreamTerms {
  readonly signal: AbortSignal;
  /** When the token of the caller ends. */
  readonly endsAt: EpochMs;
  /** Throws once the caller may read no more: roles are taken away, and people leave. */
  readonly allow: () => void;
}

type Asked = Pick<FactsQuestion, 'tenant' | 'context' | 'reader' | 'after'>;

/** The events of a batch as texts, each one value of JSON. */
export function eventsIn(facts: readonly PublishedFact[], source: string): readonly string[] {
  return facts.map((fact) => toStructuredEvent(fact, source));
}

/**
 * The batch after a position. When there is nothing yet it is waited for, so long at most; an empty
 * batch is no end, but moves on as any other.
 */
export async function awaitedBatch(
  { reader, watch, clock }: StreamGround,
  question: Omit<FactsQuestion, 'until'>,
  { ms, signal, endsAt }: { readonly ms: number } & Omit<StreamTerms, 'allow'>,
) {
  const deadline = performance.now() + Math.min(ms, endsAt - clock.now());
  let batch = await reader.batch({ ...question, until: await reader.head() });
  for (;;) {
    const left = deadline - performance.now();
    if (batch.facts.length > 0 || left <= 0 || signal.aborted) return batch;
    if (batch.isAll) await watch.moved(batch.position, { ms: left, signal });
    const after = batch.position;
    batch = await reader.batch({ ...question, after, until: await reader.head() });
  }
}

/**
 * Server-sent events: each fact under its position as the id, by which a reader resumes. Comments
 * in between keep the connection, and tell how far the log has been looked through, so that the
 * reader of a quiet context does not begin anew. Ends with the token and with the right to read.
 */
export async function* serverSentEvents(
  ground: StreamGround,
  { after, ...asked }: Asked,
  { signal, endsAt, allow }: StreamTerms,
): AsyncGenerator<string> {
  const { reader, watch, clock } = ground;
  const source = ground.sourceOf(asked.context);
  let position = after;
  let saidAt = performance.now();
  yield `retry: ${reconnectMs}\n\n`;
  while (!signal.aborted) {
    if (clock.now() >= endsAt) return yield ': the token has ended\n\n';
    allow();
    const until = await reader.head();
    const limit = streamBatchFacts;
    const batch = await reader.batch({ ...asked, after: position, until, limit });
    position = batch.position;
    const events = eventsIn(batch.facts, source);
    const texts = events.map((event, index) => {
      return `id: ${batch.facts[index]?.position ?? ''}\ndata: ${event}\n\n`;
    });
    const isSilent = performance.now() - saidAt >= ground.heartbeatMs;
    if (texts.length === 0 && isSilent) texts.push(heartbeat(position));
    if (texts.length > 0) saidAt = performance.now();
    yield* piecesOf(texts);
    if (!batch.isAll) continue;
    const silentMs = performance.now() - saidAt;
    const ms = Math.min(ground.heartbeatMs - silentMs, endsAt - clock.now());
    await watch.moved(position, { ms: Math.max(ms, 0), signal });
  }
}

function heartbeat(position: Position | null): string {
  return position === null ? ': nothing yet\n\n' : `: up to ${position}\nid: ${position}\n\n`;
}

/** Everything up to a position; of one type, when one is named. */
export async function* exportedFacts(
  { reader }: Pick<StreamGround, 'reader'>,
  { until, type, ...asked }: Asked & Pick<FactsQuestion, 'until'> & { readonly type?: string },
  { signal, allow }: Pick<StreamTerms, 'signal' | 'allow'>,
): AsyncGenerator<readonly PublishedFact[]> {
  let { after } = asked;
  for (;;) {
    demandTaken(signal);
    allow();
    const batch = await reader.batch({ ...asked, after, until, limit: streamBatchFacts });
    yield type === undefined ? batch.facts : batch.facts.filter((fact) => fact.type === type);
    if (batch.isAll) return;
    after = batch.position;
  }
}

/** Texts put together to pieces that are worth a write. */
function* piecesOf(texts: readonly string[]): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < pieceCharsMax) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
