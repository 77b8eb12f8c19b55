import type { Position } from '@plumbline/kernel';
import { fromCloudEvent, outlineOf, positionType, type ReceivedMessage } from './cloud-event.ts';
import type { FeedPage, PublishedFact } from './feed.ts';

export interface OffsetMessage extends ReceivedMessage {
  readonly offset: string;
}

/** Messages of one partition, in order, in portions that a handler is given at once. */
export function* portionsOf<Message>(
  messages: readonly Message[],
  size: number,
): Generator<readonly Message[]> {
  for (let from = 0; from < messages.length; from += size) yield messages.slice(from, from + size);
}

/**
 * The facts of these types, without the markers, and how far the messages go. A relay that starts
 * says where the log begins before it knows more, so that the last one does not always go furthest.
 */
export function pageOf(
  messages: readonly OffsetMessage[],
  types: ReadonlySet<string> | undefined,
): FeedPage {
  const facts: PublishedFact[] = [];
  let to: Position | undefined;
  for (const message of messages) {
    const { type, position } = outlineOf(message);
    if (to === undefined || position > to) to = position;
    if (type === positionType || types?.has(type) === false) continue;
    facts.push(fromCloudEvent(message));
  }
  if (to === undefined) throw new RangeError('A page has at least one message.');
  return { facts, to };
}
