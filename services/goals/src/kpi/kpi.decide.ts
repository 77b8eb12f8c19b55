import { clearText, endOfDay, msPerDay, never, reject } from '@plumbline/kernel';
import type { Decider, Decision, Instant, Rejection } from '@plumbline/kernel';
import { refuseMeasure, refusePeriod, type Measure, type Period } from '../measure.ts';
import { evolveKpi, initialKpi, measureOf, placementOf } from './kpi.ts';
import type { Against, DefinedKpi, Kpi, KpiFact, Placement } from './kpi.ts';

interface Asked {
  readonly act: string;
  readonly kpiId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type KpiCommand = DefineKpi | RedefineKpi | RecordMeasurement;

export interface DefineKpi extends Asked, Placement {
  readonly type: 'DefineKpi';
  readonly owner: string;
  readonly reference?: string;
  readonly measure: Measure;
  readonly words: { readonly name: string; readonly formula?: string };
}

export interface RedefineKpi extends Asked {
  readonly type: 'RedefineKpi';
  readonly measure?: Measure;
  readonly words: { readonly name?: string; readonly formula?: string; readonly reason: string };
}

export interface RecordMeasurement extends Asked {
  readonly type: 'RecordMeasurement';
  readonly period: Period;
  readonly value: number | null;
  readonly against?: Against;
  readonly source: string;
  readonly note?: string;
}

/** A reading that comes later than this after its period's end is flagged late. */
export const lateAfterDays = 30;

export const kpiDecider: Decider<KpiCommand, Kpi, KpiFact> = {
  initial: initialKpi,
  evolve: evolveKpi,
  decide: decideKpi,
};

function decideKpi(command: KpiCommand, kpi: Kpi): Decision<KpiFact> {
  if (command.type === 'DefineKpi') return define(command, kpi);
  if (kpi.stage === 'none') return reject('kpi/not-found', 'There is no KPI with this id.');
  if (kpi.acts[command.act]) return []; // Already so: a retry is not an error.
  switch (command.type) {
    case 'RedefineKpi':
      return redefine(command, kpi);
    case 'RecordMeasurement':
      return record(command, kpi);
    default:
      return never(command);
  }
}

function define(command: DefineKpi, kpi: Kpi): Decision<KpiFact> {
  if (kpi.stage !== 'none') {
    if (kpi.acts[command.act]) return [];
    return reject('kpi/already-defined', 'This KPI exists. Change it with redefine.');
  }
  const refused = refuseKpiMeasure(command.measure);
  if (refused !== undefined) return refused;
  if (command.keyResultId !== undefined && command.goalId === undefined) {
    return reject('kpi/key-result-without-goal', 'Name the goal of the key result.', '/goalId');
  }
  const { act, kpiId, at, owner, reference, measure, words } = command;
  const named = reference === undefined ? {} : { reference };
  const placed = { act, kpiId, at, owner, ...named, ...placementOf(command) };
  const text = clearText(owner, { ...words });
  return [{ type: 'KpiDefined', ...placed, version: 1, measure, text }];
}

function redefine(command: RedefineKpi, kpi: DefinedKpi): Decision<KpiFact> {
  if (command.at < kpi.definedSince) {
    return reject(
      'kpi/before-its-definition',
      `The KPI is defined so since ${kpi.definedSince}; this would hold before it. Give a later time.`,
      '/effectiveAt',
    );
  }
  const measure = command.measure ?? kpi.measure;
  const refused = refuseKpiMeasure(measure);
  if (refused !== undefined) return refused;
  const { act, kpiId, at, words } = command;
  const placed = { act, kpiId, at, ...placementOf(kpi) };
  const text = clearText(kpi.owner, { ...words });
  return [{ type: 'KpiRedefined', ...placed, version: kpi.version + 1, measure, text }];
}

/** A reading may be older than the definition: figures of earlier periods are often taken over. */
function record(command: RecordMeasurement, kpi: DefinedKpi): Decision<KpiFact> {
  const { act, kpiId, at, now, period, value, source, note } = command;
  const against = otherThan(kpi.measure, command.against);
  const refused = refusePeriod(period) ?? refuseAgainst(kpi.measure, against);
  if (refused !== undefined) return refused;
  const late = Date.parse(now) > Date.parse(endOfDay(period.end)) + lateAfterDays * msPerDay;
  const placed = { act, kpiId, at, ...placementOf(kpi) };
  const { version, measure } = kpi;
  const judged = against === undefined ? {} : { against };
  const text = clearText(kpi.owner, { note });
  const judgedBy = { version, measure, ...judged };
  return [{ type: 'KpiMeasured', ...placed, ...judgedBy, period, value, late, source, text }];
}

/** What a reading is judged against beyond the definition; nothing when it says the same. */
function otherThan(measure: Measure, against: Against | undefined): Against | undefined {
  const line = measure as Against;
  const other = Object.entries(against ?? {}).filter(([bound, value]) => {
    return value !== undefined && line[bound as keyof Against] !== value;
  });
  return other.length === 0 ? undefined : Object.fromEntries(other);
}

function refuseKpiMeasure(measure: Measure): Rejection | undefined {
  if (measure.kind === 'milestones') {
    const detail = 'Milestones are for key results; a KPI counts completions.';
    return reject('kpi/measure-of-key-result', detail, '/measure/kind');
  }
  return refuseMeasure(measure, '/measure');
}

function refuseAgainst(measure: Measure, against: Against | undefined): Rejection | undefined {
  if (against === undefined) return undefined;
  const isBand = measure.kind === 'within';
  const isLine = 'start' in measure;
  const asksLine = against.start !== undefined || against.target !== undefined;
  const asksBand = against.low !== undefined || against.high !== undefined;
  if ((asksLine && !isLine) || (asksBand && !isBand)) {
    const detail = `A measure of the kind "${measure.kind}" is not judged against these.`;
    return reject('kpi/against-another-kind', detail, '/against');
  }
  return refuseMeasure(measureOf(measure, against), '/against');
}
