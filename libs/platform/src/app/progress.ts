import { Readable } from 'node:stream';
import { ndjsonMediaType, problemOf } from '@plumbline/web';
import type { RebuildProgress } from '@plumbline/views';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Progress is told at most this often: each line costs more than it says. */
export const progressMsMin = 100;

interface Telling {
  readonly onProgress: (progress: RebuildProgress) => void;
}

/**
 * Answers long work with lines of JSON: its progress, then what came of it. Work that fails before
 * it tells of anything is refused as any request is. A caller that goes away stops the work; asked
 * for again, it goes on where it was stopped.
 */
export async function answerProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tell: Telling, signal: AbortSignal) => Promise<object>,
): Promise<void> {
  const lines = new Readable({ read: () => undefined });
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const onProgress = ({ facts, position, share }: RebuildProgress): void => {
    begin();
    const now = performance.now();
    if (now - toldAt < progressMsMin && share < 1) return;
    toldAt = now;
    const total = share > 0 ? Math.round(facts / share) : facts;
    lines.push(`${JSON.stringify({ done: facts, total, position })}\n`);
  };
  const working = work({ onProgress }, gone.signal);
  await Promise.race([begun, working]);
  void reply.code(200).header('content-type', ndjsonMediaType).send(lines);
  working.then(
    (result) => end({ finished: true, ...result }),
    (error: unknown) => end({ finished: false, problem: problemOf(error).problem }),
  );

  function end(last: object): void {
    lines.push(`${JSON.stringify(last)}\n`);
    lines.push(null);
  }
}
