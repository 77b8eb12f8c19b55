import type { Access } from '@plumbline/access';
import type { EventLog } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { timesOf } from '@plumbline/web';
import type { FastifyInstance } from 'fastify';

export interface ReadAfterPorts {
  readonly access: Pick<Access, 'after' | 'passed'>;
  readonly log: Pick<EventLog, 'head'>;
}

/**
 * A reader of an own write is answered by the organisation as it is after that write: who may see
 * what follows from it in every service, whichever of them wrote. Public routes wait for nobody.
 */
export function honourReadAfter(fastify: FastifyInstance, ports: ReadAfterPorts): void {
  fastify.addHook('preHandler', (request, _, done) => {
    if (request.headers['read-after'] === undefined) return done();
    if (request.method !== 'GET' || request.principal === undefined) return done();
    try {
      const { readAfter } = timesOf(request, {});
      if (readAfter === undefined || ports.access.passed(readAfter)) return done();
      waitFor(readAfter, ports).then(() => done(), done);
    } catch (error) {
      done(error as Error);
    }
  });
}

async function waitFor(position: Position, { access, log }: ReadAfterPorts): Promise<void> {
  // A position that the log does not have is found out by the views, and is not waited for.
  if (((await log.head()) ?? '') >= position) await access.after(position);
}
