import type { GoalDetail, HistoryItem } from '../api/types.ts';
import { measureText, numberText, shareText } from './figures.ts';
import { spanText } from './times.ts';

/** What a change is called, and how it was and is, ready to be shown side by side. */
export interface ChangeText {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Names of key results, milestones and indicators by id, as the goal tells them now. */
export type Names = Readonly<Record<string, string>>;

const factTitles: Readonly<Record<string, string>> = {
  GoalDrafted: 'Goal drafted',
  GoalRedrafted: 'Draft changed',
  GoalActivated: 'Goal activated',
  TargetAmended: 'Target amended',
  WeightAmended: 'Weight amended',
  PeriodAmended: 'Period amended',
  CadenceAmended: 'Cadence amended',
  GoalReworded: 'Goal reworded',
  KeyResultAdded: 'Key result added',
  KeyResultDropped: 'Key result dropped',
  ProgressCheckedIn: 'Progress checked in',
  CheckInCorrected: 'Check-in corrected',
  GoalTransferred: 'Goal handed over',
  GoalClosed: 'Goal closed',
  GoalWithdrawn: 'Draft withdrawn',
  KpiDefined: 'Indicator defined',
  KpiRedefined: 'Indicator redefined',
  KpiMeasured: 'Indicator measured',
};

/** A title for a kind of fact; one that this console does not know is spelled out. */
export function factTitle(type: string): string {
  const known = factTitles[type];
  if (known !== undefined) return known;
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every name that a goal's history may refer to by id. */
export function namesOf(goal: Pick<GoalDetail, 'keyResults' | 'indicators'>): Names {
  const keyResults = goal.keyResults.flatMap(({ id, name, measure }) => [
    [id, name ?? id] as const,
    ...(measure.milestones ?? []).map((one) => [`${id}.${one.id}`, one.name ?? one.id] as const),
  ]);
  const indicators = goal.indicators.map(({ id, name }) => [id, name ?? id] as const);
  return Object.fromEntries([...keyResults, ...indicators]);
}

export function changesOf(
  item: Pick<HistoryItem, 'changes'>,
  names: Names,
  locale?: string,
): readonly ChangeText[] {
  return item.changes
    .toSorted((one, other) => rankOf(one.field) - rankOf(other.field))
    .map(({ field, before, after }) => ({
      label: fieldLabel(field, names),
      before: changedText(field, before, names, locale),
      after: changedText(field, after, names, locale),
    }));
}

/** What tells most comes first: the goal's own words, its state, its parts, then comments. */
function rankOf(field: string): number {
  if (field === 'title') return 0;
  if (field === 'description') return 1;
  if (field === 'narrative' || field === 'note') return 4;
  return field.includes('.') ? 3 : 2;
}

const plainLabels: Readonly<Record<string, string>> = {
  stage: 'Stage',
  owner: 'Owner',
  kind: 'Kind',
  period: 'Period',
  measuredBy: 'Measured by',
  cadenceDays: 'Check-in cadence',
  title: 'Title',
  description: 'Description',
  narrative: 'Narrative',
  lesson: 'Lesson',
  postMortem: 'Post-mortem',
  name: 'Name',
  formula: 'Formula',
  note: 'Note',
};

function fieldLabel(field: string, names: Names): string {
  const plain = plainLabels[field];
  if (plain !== undefined) return plain;
  const [head = '', id = '', ...rest] = field.split('.');
  const what = rest.join('.');
  const name = names[id] ?? id;
  switch (head) {
    case 'keyResult':
      if (what === '') return `Name of ${name}`;
      return what.startsWith('checkIn.') ? name : `${name}: ${what}`;
    case 'milestone':
      return `Milestone ${names[`${id}.${what}`] ?? what}`;
    case 'indicator':
      return `${name}: ${plainLabels[what]?.toLowerCase() ?? what}`;
    default:
      return field;
  }
}

function changedText(field: string, value: unknown, names: Names, locale?: string): string | null {
  if (value === null || value === undefined) return null;
  if (field === 'cadenceDays' && typeof value === 'number') {
    return `every ${numberText(value, locale)} ${value === 1 ? 'day' : 'days'}`;
  }
  return plainText(field, value, names, locale);
}

function plainText(field: string, value: unknown, names: Names, locale?: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, locale);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return milestonesText(field, value, names);
  const record = value as Readonly<Record<string, unknown>>;
  if (typeof record['kind'] === 'string') return measureText(record as never, locale);
  if ('value' in record) return progressText(field, record, names, locale);
  const { name, start, end } = record;
  if (typeof start === 'string' && typeof end === 'string') {
    const span = spanText(start, end, locale);
    return typeof name === 'string' ? `${name} (${span})` : span;
  }
  return JSON.stringify(value);
}

/** What a check-in said before or after a correction: `{value, done, confidence}`, or nothing. */
export function standingText(
  keyResultId: string,
  said: unknown,
  names: Names,
  locale?: string,
): string | null {
  if (typeof said !== 'object' || said === null) return null;
  const { value, done, confidence } = said as Readonly<Record<string, unknown>>;
  const field = `keyResult.${keyResultId}`;
  return progressText(field, { value: done ?? value ?? null, confidence }, names, locale);
}

/** A check-in as `{value, confidence}`: the value, or the milestones that are done. */
function progressText(
  field: string,
  { value, confidence }: Readonly<Record<string, unknown>>,
  names: Names,
  locale?: string,
): string {
  const said = value === null ? 'no value' : plainText(field, value, names, locale);
  if (typeof confidence !== 'number') return said;
  return `${said}, confidence ${shareText(confidence, locale)}`;
}

function milestonesText(field: string, done: readonly unknown[], names: Names): string {
  if (done.length === 0) return 'no milestone done';
  const keyResult = field.split('.')[1] ?? '';
  return done.map((id) => names[`${keyResult}.${String(id)}`] ?? String(id)).join(', ');
}
