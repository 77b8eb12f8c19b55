import type { PersonHistoryItem } from '../api/types.ts';
import { dayText } from './times.ts';

export interface ToldText {
  readonly label: string;
  readonly text: string;
}

const labels: Readonly<Record<string, string>> = {
  from: 'From',
  until: 'Last day',
  post: 'Post',
  kind: 'Kind',
  to: 'To',
  actions: 'Actions',
  role: 'Role',
  unit: 'Unit',
  field: 'Corrected',
  name: 'Name',
  mail: 'Mail',
};

/** Ids that say nothing to a reader, and the reason, which has its own line. */
const unsaid: readonly string[] = ['person', 'leave', 'delegation', 'grant', 'reason'];

/** What one fact tells of a person, as lines to read; null in it says that there is none. */
export function toldOf(
  { data, words }: Pick<PersonHistoryItem, 'words'> & { readonly data: object },
  locale?: string,
): readonly ToldText[] {
  const said = Object.entries({ ...data, ...words }).filter(([name]) => !unsaid.includes(name));
  return said.map(([name, value]) => {
    return { label: labels[name] ?? name, text: valueText(name, value, locale) };
  });
}

function valueText(name: string, value: unknown, locale?: string): string {
  if (value === null) return nothingText(name);
  if (typeof value === 'boolean') return value ? 'here' : 'not here';
  if (typeof value === 'string') {
    if (name === 'actions' && value === 'all') return 'everything';
    return name === 'from' || name === 'until' ? dayText(value, locale) : value;
  }
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return entryText(value, locale);
  return typeof value === 'number' ? String(value) : '';
}

function nothingText(name: string): string {
  switch (name) {
    case 'until':
      return 'open';
    case 'unit':
      return 'everywhere';
    case 'to':
      return 'no such entry';
    case 'name':
    case 'mail':
      return 'erased';
    default:
      return 'none';
  }
}

/** What a corrected entry reads from then on: a day, and a value. */
function entryText(entry: object, locale?: string): string {
  const { from, value } = entry as { readonly from?: unknown; readonly value?: unknown };
  const since = typeof from === 'string' ? ` from ${dayText(from, locale)}` : '';
  return `${valueText('value', value ?? null, locale)}${since}`;
}

/** What somebody may do in the place of another. */
export function actionsText(actions: 'all' | readonly string[]): string {
  return actions === 'all' ? 'in everything' : `for ${actions.join(', ')}`;
}
