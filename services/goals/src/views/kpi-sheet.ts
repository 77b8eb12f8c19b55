import type { Actor, EpochMs, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { GoalsFact } from '../facts.ts';
import type { Against, KpiFact } from '../kpi/kpi.ts';
import type { Measure, Period } from '../measure.ts';

/** A KPI with every reading that was ever recorded of it. */
export interface KpiSheet extends Quoting {
  readonly kpiId: string;
  readonly reference: string | null;
  readonly goalId: string | null;
  readonly keyResultId: string | null;
  readonly owner: string;
  readonly name: Said | null;
  readonly formula: Said | null;
  readonly version: number;
  readonly measure: Measure;
  readonly readings: readonly Reading[];
  readonly revision: number;
}

export interface Reading {
  readonly id: string;
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly period: Period;
  readonly value: number | null;
  readonly against: Against | null;
  /** What it is judged by: the definition of its time. */
  readonly measure: Measure;
  readonly definitionVersion: number;
  readonly late: boolean;
  readonly source: string;
  readonly note: Said | null;
  readonly by: Actor;
}

export const kpiSheet: View<KpiSheet, GoalsFact> = {
  name: 'kpi-sheet',
  version: 1,
  context: 'goals',
  keys: ({ fact }) => ('kpiId' in fact ? [fact.kpiId] : []),
  fold: (sheet, recorded) => {
    return 'kpiId' in recorded.fact ? foldKpi(sheet, recorded as Recorded<KpiFact>) : sheet;
  },
  index: (sheet) => ({
    owner: sheet.owner,
    ...(sheet.goalId === null ? {} : { goal: sheet.goalId }),
  }),
};

export function foldKpi(
  sheet: KpiSheet | undefined,
  recorded: Recorded<KpiFact>,
): KpiSheet | undefined {
  const { fact, revision } = recorded;
  if (fact.type === 'KpiDefined') return defined(recorded as Recorded<typeof fact>);
  if (sheet === undefined) return undefined;
  const texts = withText(sheet.texts, recorded.id, fact.text);
  if (fact.type === 'KpiMeasured') {
    const reading = readingOf(recorded as Recorded<typeof fact>);
    return { ...sheet, texts, revision, readings: [...sheet.readings, reading] };
  }
  const { version, measure } = fact;
  const name = quote(recorded.id, fact.text, 'name') ?? sheet.name;
  const formula = quote(recorded.id, fact.text, 'formula') ?? sheet.formula;
  return { ...sheet, texts, revision, version, measure, name, formula };
}

function defined({ fact, id, revision }: Recorded<KpiFact & { type: 'KpiDefined' }>): KpiSheet {
  return {
    kpiId: fact.kpiId,
    reference: fact.reference ?? null,
    goalId: fact.goalId ?? null,
    keyResultId: fact.keyResultId ?? null,
    owner: fact.owner,
    name: quote(id, fact.text, 'name'),
    formula: quote(id, fact.text, 'formula'),
    version: fact.version,
    measure: fact.measure,
    readings: [],
    revision,
    texts: withText({}, id, fact.text),
  };
}

function readingOf({
  fact,
  id,
  recordedAt,
  actor,
}: Recorded<KpiFact & { type: 'KpiMeasured' }>): Reading {
  return {
    id: fact.act,
    at: fact.at,
    recordedAt,
    period: fact.period,
    value: fact.value,
    against: fact.against ?? null,
    measure: fact.measure,
    definitionVersion: fact.version,
    late: fact.late,
    source: fact.source,
    note: quote(id, fact.text, 'note'),
    by: actor,
  };
}
