import type { EpochMs, Instant, Recorded, Text } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { GoalsFact } from '../facts.ts';
import type {
  Draft,
  GoalFact,
  GoalKind,
  Grade,
  KeyResult,
  LiveGoal,
  Visibility,
} from '../goal/goal.ts';
import type { Against, KpiFact } from '../kpi/kpi.ts';
import type { Measure, Period } from '../measure.ts';

/**
 * One goal as maps and roll-ups need it: small, as thousands are read at once, with no words but
 * its title, and with every value that its progress at any time is counted from.
 */
export interface GoalNode extends Quoting {
  readonly goalId: string;
  readonly reference: string | null;
  readonly owner: string;
  readonly title: Said | null;
  readonly stage: LiveGoal['stage'];
  readonly kind: GoalKind | null;
  readonly visibility: Visibility;
  /** Among the goals of its owner. */
  readonly weight: number;
  readonly period: Period;
  readonly measuredBy: 'key-results' | 'indicators';
  readonly keyResults: readonly NodeKeyResult[];
  /** By the id of the KPI. */
  readonly indicators: Readonly<Record<string, NodeIndicator>>;
  readonly amendments: readonly NodeAmendment[];
  readonly grade: Grade | null;
  /** Since when it is closed or withdrawn. */
  readonly overAt: Instant | null;
  readonly revision: number;
}

export interface NodeKeyResult extends KeyResult {
  readonly checkIns: readonly NodeCheckIn[];
}

/** A list, as names would be most of it. One that is withdrawn is kept, as it may come back. */
export type NodeCheckIn = readonly [
  id: string,
  at: EpochMs,
  value: number | null,
  done: readonly string[] | null,
  withdrawn?: true,
];

export interface NodeIndicator {
  readonly measure: Measure;
  readonly readings: readonly NodeReading[];
}

export interface NodeReading {
  readonly at: EpochMs;
  readonly end: Period['end'];
  readonly value: number | null;
  readonly measure: Measure;
  readonly against: Against | null;
}

/** What one act changed of the plan, once, whatever number of facts it made. */
export interface NodeAmendment {
  readonly act: string;
  readonly at: EpochMs;
  /** The signal of a strategy that it answers. */
  readonly signal: string | null;
}

export const goalNode: View<GoalNode, GoalsFact> = {
  name: 'goal-node',
  version: 1,
  context: 'goals',
  keys: ({ fact }) => ('goalId' in fact && fact.goalId !== undefined ? [fact.goalId] : []),
  fold: (node, recorded) => {
    const { fact } = recorded;
    if ('kpiId' in fact) return node === undefined ? undefined : withIndicator(node, fact);
    return 'goalId' in fact ? foldGoal(node, recorded as Recorded<GoalFact>) : node;
  },
  index: (node) => ({ owner: node.owner, period: node.period.name, stage: node.stage }),
};

function foldGoal(node: GoalNode | undefined, recorded: Recorded<GoalFact>): GoalNode | undefined {
  const { fact, id, revision } = recorded;
  if (fact.type === 'GoalDrafted') return drafted(fact, id, revision);
  if (node === undefined) return undefined;
  return { ...node, ...changeOf(node, fact, id), revision };
}

function drafted(fact: GoalFact & { type: 'GoalDrafted' }, id: string, revision: number): GoalNode {
  const { goalId, owner, period, measuredBy } = fact;
  const node: GoalNode = {
    goalId,
    reference: fact.reference ?? null,
    owner,
    title: null,
    stage: 'draft',
    kind: null,
    ...amongGoals(fact),
    period,
    measuredBy,
    keyResults: fact.keyResults.map((one) => ({ ...one, checkIns: [] })),
    indicators: {},
    amendments: [],
    grade: null,
    overAt: null,
    revision,
    texts: {},
  };
  return { ...node, ...titleOf(fact, id) };
}

/** A plan names these where they are not usual. */
function amongGoals({ visibility = 'public', weight = 1 }: Draft) {
  return { visibility, weight };
}

/** The title, when a fact says it; the words that it was said with before are let go. */
function titleOf({ text }: { readonly text: Text }, id: string): Partial<GoalNode> {
  const title = quote(id, text, 'title');
  return title === null ? {} : { title, texts: withText({}, id, text) };
}

function changeOf(node: GoalNode, fact: GoalFact, id: string): Partial<GoalNode> {
  switch (fact.type) {
    case 'GoalRedrafted':
      return { ...redrafted(node, fact), ...titleOf(fact, id) };
    case 'GoalActivated':
      return { stage: 'active', kind: fact.kind };
    case 'GoalReworded':
      return { ...amended(node, fact), ...titleOf(fact, id) };
    case 'TargetAmended':
    case 'WeightAmended':
    case 'PeriodAmended':
    case 'CadenceAmended':
    case 'KeyResultAdded':
    case 'KeyResultDropped':
      return { ...amended(node, fact), ...replanned(node, fact) };
    case 'ProgressCheckedIn':
    case 'CheckInCorrected':
      return checked(node, fact);
    // Who may see a goal is none of its plan: this is not counted as a re-plan.
    case 'VisibilityChanged':
      return { visibility: fact.to };
    case 'GoalTransferred':
      return { owner: fact.to };
    case 'GoalClosed':
      return { stage: 'closed', grade: fact.grade, overAt: fact.at };
    case 'GoalWithdrawn':
      return { stage: 'withdrawn', overAt: fact.at };
    default:
      return {};
  }
}

function redrafted(node: GoalNode, fact: GoalFact & { type: 'GoalRedrafted' }): Partial<GoalNode> {
  const { period, measuredBy } = fact;
  // A draft has no check-ins that a new plan would lose.
  const keyResults = fact.keyResults.map((one) => ({ ...one, checkIns: [] }));
  return { period, measuredBy, keyResults, ...amongGoals(fact) };
}

/** Amends the list of amendments by the act, unless another fact of the same act did. */
function amended(
  { amendments }: GoalNode,
  fact: { readonly act: string; readonly at: Instant; readonly signal?: string },
): Pick<GoalNode, 'amendments'> {
  const { act, at, signal = null } = fact;
  if (amendments.some((one) => one.act === act)) return { amendments };
  return { amendments: [...amendments, { act, at: Date.parse(at), signal }] };
}

function replanned(node: GoalNode, fact: GoalFact): Partial<GoalNode> {
  const { keyResults } = node;
  switch (fact.type) {
    case 'TargetAmended':
      return alter(node, fact.keyResultId, () => ({ measure: fact.to }));
    case 'WeightAmended':
      return alter(node, fact.keyResultId, () => ({ weight: fact.to }));
    case 'PeriodAmended':
      return { period: fact.to };
    case 'KeyResultAdded':
      return { keyResults: [...keyResults, { ...fact.keyResult, checkIns: [] }] };
    case 'KeyResultDropped':
      return { keyResults: keyResults.filter((one) => one.id !== fact.keyResultId) };
    default:
      return {};
  }
}

function alter(
  { keyResults }: GoalNode,
  id: string,
  altered: (one: NodeKeyResult) => Partial<NodeKeyResult>,
): Pick<GoalNode, 'keyResults'> {
  return {
    keyResults: keyResults.map((one) => (one.id === id ? { ...one, ...altered(one) } : one)),
  };
}

function checked(
  node: GoalNode,
  fact: GoalFact & { type: 'ProgressCheckedIn' | 'CheckInCorrected' },
): Pick<GoalNode, 'keyResults'> {
  if (fact.type === 'ProgressCheckedIn') {
    const { act, at, value, done } = fact;
    const checkIn: NodeCheckIn = [act, Date.parse(at), value, done];
    return alter(node, fact.keyResultId, ({ checkIns }) => ({ checkIns: [...checkIns, checkIn] }));
  }
  const { checkInId, to } = fact;
  return alter(node, fact.keyResultId, ({ checkIns }) => ({
    checkIns: checkIns.map((one): NodeCheckIn => {
      const [id, at, value, done] = one;
      if (id !== checkInId) return one;
      return to === null ? [id, at, value, done, true] : [id, at, to.value, to.done];
    }),
  }));
}

/** A KPI is only defined for a goal that exists (`goals.handler.ts`), so the node is there. */
function withIndicator(node: GoalNode, fact: KpiFact): GoalNode {
  const { kpiId } = fact;
  const before = node.indicators[kpiId];
  const readings = before?.readings ?? [];
  const after: NodeIndicator =
    fact.type === 'KpiMeasured'
      ? { measure: before?.measure ?? fact.measure, readings: [...readings, readingOf(fact)] }
      : { measure: fact.measure, readings };
  return { ...node, indicators: { ...node.indicators, [kpiId]: after } };
}

function readingOf(fact: KpiFact & { type: 'KpiMeasured' }): NodeReading {
  const { at, period, value, measure, against = null } = fact;
  return { at: Date.parse(at), end: period.end, value, measure, against };
}
