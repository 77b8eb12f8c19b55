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
 * Answers long work with lines of JSON: its progress, then what came of it. A caller that goes
 * away stops the work; asked for again, it goes on where it was stopped.
 */
export function answerProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tell: Telling, signal: AbortSignal) => Promise<object>,
): void {
  const lines = new Readable({ read: () => undefined });
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  const onProgress = ({ facts, position, share }: RebuildProgress): void => {
    const now = performance.now();
    if (now - toldAt < progressMsMin && share < 1) return;
    toldAt = now;
    const total = share > 0 ? Math.round(facts / share) : facts;
    lines.push(`${JSON.stringify({ done: facts, total, position })}\n`);
  };
  void reply.code(200).header('content-type', ndjsonMediaType).send(lines);
  work({ onProgress }, gone.signal).then(
    (result) => end({ finished: true, ...result }),
    (error: unknown) => end({ finished: false, problem: problemOf(error).problem }),
  );

  function end(last: object): void {
    lines.push(`${JSON.stringify(last)}\n`);
    lines.push(null);
  }
}
