import { same, type Actor, type EpochMs, type Instant, type Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { GoalsFact } from '../facts.ts';
import { evolveGoal, initialGoal, type Goal, type GoalFact } from '../goal/goal.ts';
import { evolveKpi, initialKpi, type Kpi, type KpiFact } from '../kpi/kpi.ts';

/** Everything that happened to one goal: who, what, before, after, and why. Folded at the read. */
export interface GoalHistory extends Quoting {
  readonly items: readonly HistoryItem[];
  readonly goal: Goal;
  readonly kpis: Readonly<Record<string, Kpi>>;
  /** The words in force, by field: what is said next is shown beside what it replaces. */
  readonly words: Readonly<Record<string, Said>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface HistoryItem {
  readonly factId: string;
  readonly type: GoalsFact['type'];
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: EpochMs;
  readonly effectiveAt: Instant;
  readonly by: Actor;
  readonly changes: readonly Change[];
  readonly reason: Said | null;
}

export interface Change {
  /** Dotted path of what changed, as in `keyResult.kr1.target`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const empty: GoalHistory = {
  items: [],
  goal: initialGoal,
  kpis: {},
  words: {},
  values: {},
  texts: {},
};

export const goalHistory: View<GoalHistory, GoalsFact> = {
  name: 'goal-history',
  version: 2,
  context: 'goals',
  keys: ({ fact }) => {
    return 'goalId' in fact && fact.goalId !== undefined ? [fact.goalId] : [];
  },
  fold: (history = empty, recorded) => {
    const { id } = recorded;
    // Of the streams of a goal and its KPIs only.
    const fact = recorded.fact as GoalFact | KpiFact;
    const after = 'kpiId' in fact ? afterKpi(history, fact) : afterGoal(history, fact);
    const text = 'text' in fact ? fact.text : undefined;
    const spoken = text === undefined ? {} : wordsOf(id, text);
    const { reason = null, ...now } = spoken;
    const words = placed(now, 'kpiId' in fact ? `indicator.${fact.kpiId}.` : '');
    const said = Object.entries(words).map(([field, after]) => {
      const before = saidOnce.test(field) ? null : (history.words[field] ?? null);
      return { field, before, after };
    });
    const changes = [...differences(history.values, after.values), ...said];
    return {
      ...after,
      words: { ...history.words, ...words },
      texts: text === undefined ? history.texts : withText(history.texts, id, text),
      items: [...history.items, { ...itemOf(recorded), changes, reason }],
    };
  },
  index: () => ({}),
};

/** What is said of one event: the next narrative or note stands beside it, not in its place. */
const saidOnce = /(^|\.)(narrative|note)$/;

/** Words of an indicator are its own: the name of another is not what they replace. */
function placed(words: Record<string, Said>, prefix: string): Record<string, Said> {
  return Object.fromEntries(Object.entries(words).map(([field, one]) => [prefix + field, one]));
}

type Folded = Pick<GoalHistory, 'goal' | 'kpis' | 'values'>;

function afterGoal(history: GoalHistory, fact: GoalFact): Folded {
  const goal = evolveGoal(history.goal, fact);
  const { kpis, values } = history;
  const kept = Object.entries(values).filter(([field]) => field.startsWith('indicator.'));
  return { goal, kpis, values: { ...goalValues(goal), ...Object.fromEntries(kept) } };
}

function afterKpi(history: GoalHistory, fact: KpiFact): Folded {
  const { goal, kpis, values } = history;
  const kpi = evolveKpi(kpis[fact.kpiId] ?? initialKpi, fact);
  const field = `indicator.${fact.kpiId}`;
  const changed =
    fact.type === 'KpiMeasured'
      ? { [`${field}.${fact.period.name}`]: fact.value }
      : { [`${field}.measure`]: fact.measure };
  return { goal, kpis: { ...kpis, [fact.kpiId]: kpi }, values: { ...values, ...changed } };
}

/** The goal flattened to one value a field, so that two states can be set side by side. */
function goalValues(goal: Goal): Record<string, unknown> {
  if (goal.stage === 'none') return {};
  const { stage, owner, kind, period, measuredBy, cadenceDays, visibility, weight } = goal;
  const plan = { period, measuredBy, cadenceDays, visibility, weight };
  const values: Record<string, unknown> = { stage, owner, kind, ...plan };
  for (const { id, weight, measure } of goal.keyResults) {
    values[`keyResult.${id}.weight`] = weight;
    values[`keyResult.${id}.measure`] = measure;
  }
  for (const { id, keyResultId, value, done, confidence, withdrawn } of goal.checkIns) {
    const field = `keyResult.${keyResultId}.checkIn.${id}`;
    values[field] = withdrawn ? null : { value: done ?? value, confidence };
  }
  return values;
}

function differences(before: Folded['values'], after: Folded['values']): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const was = before[field] ?? null;
    const is = after[field] ?? null;
    return same(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

function wordsOf(id: string, text: Quoting['texts'][string]): Record<string, Said> {
  const fields = 'fields' in text ? Object.keys(text.fields) : text.has;
  return Object.fromEntries(fields.map((field) => [field, quote(id, text, field) as Said]));
}

function itemOf(recorded: Recorded<GoalsFact>): Omit<HistoryItem, 'changes' | 'reason'> {
  const { id, stream, revision, position, recordedAt, effectiveAt, actor, fact } = recorded;
  const place = { factId: id, type: fact.type, stream, revision, position };
  return { ...place, recordedAt, effectiveAt, by: actor };
}
