import type { Day, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { DirectoryFact } from '../facts.ts';
import type { ReorganisationFact } from '../reorganisation/reorganisation.ts';

/** How far a reorganisation is, and what of it could not be done, by name. */
export interface ReorganisationSheet extends Quoting {
  readonly reorganisation: string;
  readonly unit: string;
  readonly from: Day;
  readonly state: 'ordered' | 'under-way' | 'completed' | 'stopped';
  readonly reason: Said | null;
  readonly moves: number;
  readonly done: number;
  readonly refused: readonly { readonly post: string; readonly code: string }[];
  readonly orderedAt: Instant;
  readonly endedAt: Instant | null;
  readonly revision: number;
}

export const reorganisationSheet: View<ReorganisationSheet, DirectoryFact> = {
  name: 'reorganisation-sheet',
  version: 1,
  context: 'directory',
  keys: ({ fact }) => ('reorganisation' in fact ? [fact.reorganisation] : []),
  fold: (sheet, recorded) => foldOne(sheet, recorded as Recorded<ReorganisationFact>),
  index: ({ state }) => ({ state }),
};

function foldOne(
  sheet: ReorganisationSheet | undefined,
  { fact, id, revision }: Recorded<ReorganisationFact>,
): ReorganisationSheet | undefined {
  if (fact.type === 'ReorganisationOrdered') {
    const { reorganisation, unit, from, moves, at, text } = fact;
    return {
      ...{ reorganisation, unit, from, state: 'ordered', moves: moves.length, done: 0 },
      ...{ refused: [], orderedAt: at, endedAt: null, revision },
      reason: quote(id, text, 'reason'),
      texts: withText({}, id, text),
    };
  }
  if (sheet === undefined) return undefined;
  switch (fact.type) {
    case 'ReorganisationStepped': {
      const { done } = fact;
      const refused = [...sheet.refused, ...fact.refused];
      return { ...sheet, revision, state: 'under-way', done: sheet.done + done, refused };
    }
    case 'ReorganisationCompleted':
      return { ...sheet, revision, state: 'completed', endedAt: fact.at };
    case 'ReorganisationStopped':
      return { ...sheet, revision, state: 'stopped', endedAt: fact.at };
  }
}
