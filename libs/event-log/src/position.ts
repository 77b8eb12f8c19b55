import type { Position } from '@plumbline/kernel';

/**
 * Whether a text, as a caller gives it back, is a position of the log with this head and not beyond
 * it. Positions are opaque, and those of one log differ in their digits only.
 */
export function isPositionWithin(text: string, head: Position | null): text is Position {
  return head !== null && shapeOf(text) === shapeOf(head) && text <= head;
}

function shapeOf(position: string): string {
  return position.replaceAll(/\d/g, '0');
}
