import type { Actor, EpochMs, Instant, Recorded } from '@plumbline/kernel';
import { quote, said, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { GoalsFact } from '../facts.ts';
import type { Closing, Draft, GoalFact, GoalKind } from '../goal/goal.ts';
import type { KeyResult, Visibility } from '../goal/goal.ts';
import type { KpiFact } from '../kpi/kpi.ts';
import type { Measure } from '../measure.ts';
import { noCheckIns, withCheckIn, withCorrection } from './kept-check-ins.ts';
import type { CheckInLine, KeptCheckIns } from './kept-check-ins.ts';
import { foldKpi, type KpiSheet } from './kpi-sheet.ts';

/** One goal as it stands, with its key results, check-ins and the KPIs that tell of it. */
export interface GoalSheet extends Omit<Draft, 'keyResults'>, Quoting {
  readonly goalId: string;
  readonly reference: string | null;
  readonly owner: string;
  readonly title: Said | null;
  readonly description: Said | null;
  readonly stage: 'draft' | 'active' | 'closed' | 'withdrawn';
  readonly kind: GoalKind | null;
  readonly visibility: Visibility;
  readonly weight: number;
  readonly draftedAt: Instant;
  readonly activatedAt: Instant | null;
  readonly keyResults: readonly KeyResultLine[];
  readonly indicators: Readonly<Record<string, KpiSheet>>;
  readonly amendments: readonly AmendmentLine[];
  readonly closed: ClosedLine | null;
  /** Since when it is closed or withdrawn. */
  readonly overAt: Instant | null;
  readonly revision: number;
}

/** What one act changed of the plan, once, whatever number of facts it made. */
export interface AmendmentLine {
  readonly act: string;
  readonly at: EpochMs;
  /** The signal of a strategy that it answers. */
  readonly signal: string | null;
}

export interface KeyResultLine extends KeyResult {
  readonly name: Said | null;
  readonly milestoneNames: Readonly<Record<string, Said | null>>;
  /** The measure as it was at activation, or when it was added; null while a draft. */
  readonly original: Measure | null;
  readonly checkIns: KeptCheckIns;
}

export interface ClosedLine extends Closing {
  readonly at: Instant;
  readonly by: Actor;
  readonly lesson: Said | null;
  readonly postMortem: Said | null;
}

export const goalSheet: View<GoalSheet, GoalsFact> = {
  name: 'goal-sheet',
  version: 4,
  context: 'goals',
  keys: ({ fact }) => {
    return 'goalId' in fact && fact.goalId !== undefined ? [fact.goalId] : [];
  },
  fold: (sheet, recorded) => {
    return 'kpiId' in recorded.fact
      ? foldIndicator(sheet, recorded as Recorded<KpiFact>)
      : foldGoal(sheet, recorded as Recorded<GoalFact>);
  },
  index: (sheet) => ({ owner: sheet.owner, period: sheet.period.name, stage: sheet.stage }),
};

/** A KPI is only defined for a goal that exists (`goals.handler.ts`), so the sheet is there. */
function foldIndicator(sheet: GoalSheet | undefined, recorded: Recorded<KpiFact>) {
  if (sheet === undefined) return undefined;
  const { kpiId } = recorded.fact;
  const indicator = foldKpi(sheet.indicators[kpiId], recorded);
  if (indicator === undefined) return sheet;
  return { ...sheet, indicators: { ...sheet.indicators, [kpiId]: indicator } };
}

function foldGoal(
  sheet: GoalSheet | undefined,
  recorded: Recorded<GoalFact>,
): GoalSheet | undefined {
  const { fact, id, revision } = recorded;
  if (fact.type === 'GoalDrafted') return drafted(recorded as Recorded<typeof fact>);
  if (sheet === undefined) return undefined;
  const texts = 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts;
  return { ...sheet, ...changeOf(sheet, recorded), texts, revision };
}

function drafted({ fact, id, revision }: Recorded<GoalFact & { type: 'GoalDrafted' }>): GoalSheet {
  return {
    goalId: fact.goalId,
    reference: fact.reference ?? null,
    owner: fact.owner,
    title: quote(id, fact.text, 'title'),
    description: quote(id, fact.text, 'description'),
    stage: 'draft',
    kind: null,
    visibility: fact.visibility ?? 'public',
    weight: fact.weight ?? 1,
    period: fact.period,
    measuredBy: fact.measuredBy,
    cadenceDays: fact.cadenceDays,
    draftedAt: fact.at,
    activatedAt: null,
    keyResults: fact.keyResults.map((one) => lineOf(one, id, fact)),
    indicators: {},
    amendments: [],
    closed: null,
    overAt: null,
    revision,
    texts: withText({}, id, fact.text),
  };
}

function changeOf(sheet: GoalSheet, recorded: Recorded<GoalFact>): Partial<GoalSheet> {
  const { fact, id } = recorded;
  switch (fact.type) {
    case 'GoalRedrafted':
      return { ...reworded(sheet, id, fact), ...redrafted(sheet, id, fact) };
    case 'GoalActivated':
      return { stage: 'active', kind: fact.kind, activatedAt: fact.at, ...pinned(sheet) };
    case 'GoalReworded':
    case 'TargetAmended':
    case 'WeightAmended':
    case 'PeriodAmended':
    case 'CadenceAmended':
    case 'KeyResultAdded':
    case 'KeyResultDropped':
      return { ...amended(sheet, fact), ...replanned(sheet, id, fact) };
    // Who may see a goal is none of its plan: this is not counted as a re-plan.
    case 'VisibilityChanged':
      return { visibility: fact.to };
    case 'ProgressCheckedIn':
    case 'CheckInCorrected':
      return checked(sheet, recorded as Recorded<typeof fact>);
    case 'GoalTransferred':
      return { owner: fact.to };
    case 'GoalClosed':
      return {
        stage: 'closed',
        overAt: fact.at,
        closed: closedLine(recorded as Recorded<typeof fact>),
      };
    case 'GoalWithdrawn':
      return { stage: 'withdrawn', overAt: fact.at };
    default:
      return {};
  }
}

/** Adds an act to the amendments, unless another fact of the same act did. */
function amended(
  { amendments }: GoalSheet,
  fact: { readonly act: string; readonly at: Instant; readonly signal?: string },
): Partial<GoalSheet> {
  const { act, at, signal = null } = fact;
  if (amendments.some((one) => one.act === act)) return {};
  return { amendments: [...amendments, { act, at: Date.parse(at), signal }] };
}

function replanned(sheet: GoalSheet, id: string, fact: GoalFact): Partial<GoalSheet> {
  switch (fact.type) {
    case 'GoalReworded':
      return reworded(sheet, id, fact);
    case 'TargetAmended':
      return alter(sheet, fact.keyResultId, () => ({ measure: fact.to }));
    case 'WeightAmended':
      return alter(sheet, fact.keyResultId, () => ({ weight: fact.to }));
    case 'PeriodAmended':
      return { period: fact.to };
    case 'CadenceAmended':
      return { cadenceDays: fact.to };
    case 'KeyResultAdded': {
      const line = lineOf(fact.keyResult, id, fact);
      return { keyResults: [...sheet.keyResults, { ...line, original: line.measure }] };
    }
    case 'KeyResultDropped':
      return { keyResults: sheet.keyResults.filter((one) => one.id !== fact.keyResultId) };
    default:
      return {};
  }
}

function lineOf(keyResult: KeyResult, id: string, { text }: Pick<Worded, 'text'>): KeyResultLine {
  const { measure } = keyResult;
  const milestones = measure.kind === 'milestones' ? measure.milestones : [];
  const names = milestones.map((one) => {
    return [one.id, quote(id, text, `milestone.${keyResult.id}.${one.id}`)] as const;
  });
  return {
    ...keyResult,
    name: quote(id, text, `keyResult.${keyResult.id}`),
    milestoneNames: Object.fromEntries(names),
    original: null,
    checkIns: noCheckIns,
  };
}

type Worded = GoalFact & { type: 'GoalRedrafted' | 'GoalReworded' };

function reworded(sheet: GoalSheet, id: string, fact: Worded): Partial<GoalSheet> {
  return {
    title: quote(id, fact.text, 'title') ?? sheet.title,
    description: quote(id, fact.text, 'description') ?? sheet.description,
  };
}

function redrafted(
  sheet: GoalSheet,
  id: string,
  fact: GoalFact & { type: 'GoalRedrafted' },
): Partial<GoalSheet> {
  const { period, measuredBy, cadenceDays, visibility = 'public', weight = 1 } = fact;
  const keyResults = fact.keyResults.map((one) => {
    const line = lineOf(one, id, fact);
    const before = sheet.keyResults.find((other) => other.id === one.id);
    // A redraft that leaves the key results alone does not name them again.
    return line.name !== null || before === undefined
      ? line
      : { ...line, name: before.name, milestoneNames: before.milestoneNames };
  });
  return { period, measuredBy, cadenceDays, keyResults, visibility, weight };
}

/** At activation the measures are kept, so that attainment shows against the first target too. */
function pinned(sheet: GoalSheet): Pick<GoalSheet, 'keyResults'> {
  return { keyResults: sheet.keyResults.map((one) => ({ ...one, original: one.measure })) };
}

function alter(
  sheet: GoalSheet,
  keyResultId: string,
  altered: (line: KeyResultLine) => Partial<KeyResultLine>,
): Pick<GoalSheet, 'keyResults'> {
  return {
    keyResults: sheet.keyResults.map((one) => {
      return one.id === keyResultId ? { ...one, ...altered(one) } : one;
    }),
  };
}

function checked(
  sheet: GoalSheet,
  {
    fact,
    id,
    recordedAt,
    actor,
  }: Recorded<GoalFact & { type: 'ProgressCheckedIn' | 'CheckInCorrected' }>,
): Pick<GoalSheet, 'keyResults'> {
  const { at } = fact;
  if (fact.type === 'ProgressCheckedIn') {
    const { act, value, done, confidence, late, source } = fact;
    const narrative = quote(id, fact.text, 'narrative');
    const said = { id: act, at, recordedAt, value, done, confidence, narrative, late, source };
    const line: CheckInLine = { ...said, by: actor, withdrawn: false, corrections: [] };
    return alter(sheet, fact.keyResultId, ({ checkIns }) => ({
      checkIns: withCheckIn(checkIns, line),
    }));
  }
  const { checkInId, from: before, to: after } = fact;
  const correction = { at, recordedAt, by: actor, before, after, reason: said(id, 'reason') };
  return alter(sheet, fact.keyResultId, ({ checkIns }) => ({
    checkIns: withCorrection(checkIns, checkInId, after, correction),
  }));
}

function closedLine({ fact, id, actor }: Recorded<GoalFact & { type: 'GoalClosed' }>): ClosedLine {
  const { score, grade, attainment, outcomes, at, text } = fact;
  const lesson = quote(id, text, 'lesson');
  const postMortem = quote(id, text, 'postMortem');
  return { score, grade, attainment, outcomes, at, by: actor, lesson, postMortem };
}
