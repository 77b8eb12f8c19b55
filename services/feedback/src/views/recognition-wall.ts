import type { Instant } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';

/** One recognition as everybody sees it: who gave it to whom, for which value, and the note. */
export interface RecognitionLine extends Quoting {
  readonly recognitionId: string;
  readonly giver: string;
  readonly value: string;
  /** For each receiver. */
  readonly points: number;
  readonly at: Instant;
  readonly receivers: readonly ReceiverLine[];
  readonly revision: number;
}

/** The note is the same for all; each has their own of it, which is erased with them alone. */
export interface ReceiverLine {
  readonly person: string;
  readonly note: Said | null;
}

/** A document a recognition, from the newest to the oldest. */
export const recognitionWall: View<RecognitionLine, FeedbackFact> = {
  name: 'recognition-wall',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => {
    return fact.type === 'RecognitionGiven' ? [wallKey(fact.at, fact.recognitionId)] : [];
  },
  fold: (line, { fact, id, revision }) => {
    if (fact.type !== 'RecognitionGiven') return line;
    const { recognitionId, giver, receiver: person, value, points, at, text } = fact;
    const { receivers = [], texts = {} } = line ?? {};
    return {
      ...{ recognitionId, giver, value, points, at, revision },
      receivers: [...receivers, { person, note: quote(id, text, 'note') }],
      texts: withText(texts, id, text),
    };
  },
  index: ({ recognitionId, giver, value, receivers }) => ({
    ...{ id: recognitionId, by: giver, value },
    to: receivers.map(({ person }) => person),
  }),
};

/** The first of the years 1 to 9999 is nearer to it than its own size, so that none is negative. */
const latest = 1e15;
const digits = 16;

/** Where the wall goes on with what was given at a time, or before it. */
export function wallKeyAt(at: Instant): string {
  return String(latest - Date.parse(at)).padStart(digits, '0');
}

/** Documents are found in the order of their keys: what was given last has the least. */
export function wallKey(at: Instant, recognitionId: string): string {
  return `${wallKeyAt(at)}.${recognitionId}`;
}
