import { appendFactsMax, bodyBytesMax, LimitExceeded, readAllFactsMax } from './event-log.ts';
import type { Append } from './event-log.ts';

/** The limits that every adapter keeps, checked before anything is queued. */
export function checkAppend({ facts }: Append): void {
  if (facts.length < 1 || facts.length > appendFactsMax) {
    throw new LimitExceeded('appendFactsMax', appendFactsMax, facts.length);
  }
  for (const { body } of facts) {
    // A UTF-16 unit is three bytes of UTF-8 at most, so that short bodies need not be counted.
    if (body.length * 3 <= bodyBytesMax) continue;
    const bytes = Buffer.byteLength(body);
    if (bytes > bodyBytesMax) throw new LimitExceeded('bodyBytesMax', bodyBytesMax, bytes);
  }
}

export function checkReadAll(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > readAllFactsMax) {
    throw new LimitExceeded('readAllFactsMax', readAllFactsMax, limit);
  }
}

/** The context of a stream: the text before the first dot of its name. */
export function contextOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
