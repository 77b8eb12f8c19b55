import type { Actor, EpochMs, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { DirectoryFact } from '../facts.ts';
import { isOfPerson } from './person-sheet.ts';

/** Everything that was recorded of one person: who, what, when, and why. Folded at the read. */
export interface PersonHistory extends Quoting {
  readonly items: readonly PersonHistoryItem[];
}

export interface PersonHistoryItem {
  readonly factId: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: EpochMs;
  readonly effectiveAt: Instant;
  readonly by: Actor;
  /** What the fact says, its words apart. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, Said | null>>;
}

export const personHistory: View<PersonHistory, DirectoryFact> = {
  name: 'person-history',
  version: 1,
  context: 'directory',
  keys: ({ fact }) => (isOfPerson(fact) ? [fact.person] : []),
  fold: (history = { items: [], texts: {} }, recorded) => {
    const { fact, id } = recorded;
    const text = 'text' in fact ? fact.text : undefined;
    const texts = text === undefined ? history.texts : withText(history.texts, id, text);
    return { items: [...history.items, itemOf(recorded)], texts };
  },
  index: () => ({}),
};

const wordFields = ['name', 'mail', 'reason', 'kind'] as const;

function itemOf(recorded: Recorded<DirectoryFact>): PersonHistoryItem {
  const { fact, id, revision, position, recordedAt, effectiveAt, actor } = recorded;
  const told = Object.entries(fact).filter(
    ([name]) => !['type', 'text', 'act', 'at'].includes(name),
  );
  const text = 'text' in fact ? fact.text : undefined;
  const words =
    text === undefined ? [] : wordFields.map((one) => [one, quote(id, text, one)] as const);
  return {
    ...{ factId: id, type: fact.type, revision, position, recordedAt, effectiveAt, by: actor },
    data: Object.fromEntries(told),
    words: Object.fromEntries(words.filter(([, said]) => said !== null)),
  };
}
