import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { canonicalJson, type CommandContext, type TransactReceipt } from '@plumbline/event-log';
import { derivedId, endOfDay, isRejection, reject, startOfDay, toInstant } from '@plumbline/kernel';
import type { Instant, Position, Rejection } from '@plumbline/kernel';
import { goalAggregate, kpiAggregate } from './facts.ts';
import type { GoalCommand } from './goal/goal.commands.ts';
import { goalDecider } from './goal/goal.decide.ts';
import { evolveGoal } from './goal/goal.ts';
import { goalsPorts, GoalsRequest, type GoalsPorts } from './goals.ports.ts';
import { goalStream, kpiStream } from './goals.streams.ts';
import type { ImportGoalDto } from './http/goals.dto.ts';
import { measureOf, planOf, wordsOf } from './http/goals.map.ts';
import type { ImportMeasurementDto } from './http/kpis.dto.ts';
import { kpiDecider, type KpiCommand } from './kpi/kpi.decide.ts';
import { evolveKpi } from './kpi/kpi.ts';

/** What became of one line of a bulk import. */
export type ImportOutcome =
  | { readonly status: 'recorded' | 'unchanged'; readonly id: string; readonly position?: Position }
  | { readonly status: 'refused'; readonly rejection: Rejection };

export interface Importing {
  readonly tenant: string;
  readonly sub: string;
  /** Decide and answer, but record nothing. */
  readonly dryRun: boolean;
}

/** The id of a goal that comes from elsewhere: the same reference is the same goal. */
export const importedGoalId = (tenant: string, reference: string): string =>
  derivedId(tenant, 'goal', reference);

export const importedKpiId = (tenant: string, reference: string): string =>
  derivedId(tenant, 'kpi', reference);

/**
 * Bulk import. A line is one to three commands whose ids derive from the line's key, so that the
 * same line again decides nothing. Lines about the same record are taken in their order, others
 * side by side, so that they share commits.
 */
@Injectable()
export class GoalsImport {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) private readonly ports: GoalsPorts,
  ) {}

  async goal(line: ImportGoalDto, importing: Importing): Promise<ImportOutcome> {
    const id = importedGoalId(importing.tenant, line.goal.reference);
    const now = toInstant(this.ports.clock.now());
    const at = line.effectiveAt ?? now;
    const { reference, owner } = line.goal;
    const words = wordsOf(line.goal);
    const draft = { type: 'DraftGoal' as const, goalId: id, owner, reference, words };
    const steps: Step<GoalCommand>[] = [
      {
        name: 'draft',
        of: line.goal,
        command: { ...draft, ...planOf(line.goal), act: '', at, now },
      },
    ];
    if (line.activate !== undefined) {
      const { kind } = line.activate;
      const activate = { type: 'ActivateGoal' as const, goalId: id, kind, act: '', at, now };
      steps.push({ name: 'activate', of: line.activate, command: activate });
    }
    const commands = keyed(steps, line.key, importing);
    // All of a line or none: what its second step would be refused for is known before the first.
    const isTried = importing.dryRun || commands.length > 1;
    const tried = isTried ? await this.#tryGoal(id, commands, importing) : undefined;
    if (tried !== undefined && (importing.dryRun || tried.status === 'refused')) return tried;
    return this.#run(id, commands, importing, at);
  }

  async measurement(line: ImportMeasurementDto, importing: Importing): Promise<ImportOutcome> {
    const { kpi, measurement } = line;
    const { tenant } = importing;
    const id = importedKpiId(tenant, kpi.reference);
    const now = toInstant(this.ports.clock.now());
    const steps: Step<KpiCommand>[] = [];
    const known = await this.ports.transactor.load(kpiAggregate, kpiStream(tenant, id));
    if (known.state.stage === 'none') {
      const definition = await this.#definitionOf(line, id, tenant, now);
      if (isRejection(definition)) return { status: 'refused', rejection: definition };
      steps.push(definition);
    }
    const { period, value, against, note, source = 'import' } = measurement;
    const end = endOfDay(period.end);
    const at = line.effectiveAt ?? (end < now ? end : now);
    const record = {
      type: 'RecordMeasurement' as const,
      ...{ kpiId: id, act: '', at, now, period: { ...period }, value, source },
      ...(against === undefined ? {} : { against: { ...against } }),
      ...(note === undefined ? {} : { note }),
    };
    steps.push({ name: 'measure', of: measurement, command: record });
    return importing.dryRun
      ? this.#tryKpi(id, keyed(steps, line.key, importing), importing)
      : this.#run(id, keyed(steps, line.key, importing), importing, at);
  }

  /** A KPI is defined by the first line that names it, as of its goal or of the line's period. */
  async #definitionOf(
    { kpi, measurement }: ImportMeasurementDto,
    kpiId: string,
    tenant: string,
    now: Instant,
  ): Promise<Step<KpiCommand> | Rejection> {
    let at: Instant = startOfDay(measurement.period.start);
    let placed = {};
    if (kpi.goalReference !== undefined) {
      const goalId = importedGoalId(tenant, kpi.goalReference);
      const { state } = await this.ports.transactor.load(goalAggregate, goalStream(tenant, goalId));
      if (state.stage === 'none') {
        const detail = `No goal has the reference "${kpi.goalReference}". Import goals first.`;
        return reject('kpi/unknown-goal', detail, '/kpi/goalReference');
      }
      at = state.draftedAt;
      placed = { goalId };
    }
    const { name, formula, owner, reference } = kpi;
    const words = formula === undefined ? { name } : { name, formula };
    const command = {
      type: 'DefineKpi' as const,
      ...{ kpiId, act: '', at, now, owner, reference, words, measure: measureOf(kpi.measure) },
      ...placed,
    };
    return { name: 'define', of: kpi.reference, command };
  }

  async #run(
    id: string,
    steps: readonly Keyed<GoalCommand | KpiCommand>[],
    importing: Importing,
    effectiveAt: Instant,
  ): Promise<ImportOutcome> {
    let recorded = false;
    let last: TransactReceipt | undefined;
    for (const { command, commandId, fingerprint } of steps) {
      const context: CommandContext = {
        tenant: importing.tenant,
        actor: { sub: importing.sub, via: 'import' },
        ...{ commandId, fingerprint, correlationId: commandId, causationId: commandId },
        effectiveAt: command.type === 'DefineKpi' ? command.at : effectiveAt,
      };
      const result = await this.bus.execute(new GoalsRequest(command, context));
      if (isRejection(result)) return { status: 'refused', rejection: result };
      recorded ||= result.changed && !result.replayed;
      last = result;
    }
    const position = last?.position ?? null;
    const status = recorded ? 'recorded' : 'unchanged';
    return position === null ? { status, id } : { status, id, position };
  }

  async #tryGoal(
    id: string,
    steps: readonly Keyed<GoalCommand>[],
    { tenant }: Importing,
  ): Promise<ImportOutcome> {
    let { state } = await this.ports.transactor.load(goalAggregate, goalStream(tenant, id));
    let recorded = false;
    for (const { command } of steps) {
      const decision = goalDecider.decide(command, state);
      if (isRejection(decision)) return { status: 'refused', rejection: decision };
      for (const fact of decision) state = evolveGoal(state, fact);
      recorded ||= decision.length > 0;
    }
    return { status: recorded ? 'recorded' : 'unchanged', id };
  }

  async #tryKpi(
    id: string,
    steps: readonly Keyed<KpiCommand>[],
    { tenant }: Importing,
  ): Promise<ImportOutcome> {
    let { state } = await this.ports.transactor.load(kpiAggregate, kpiStream(tenant, id));
    let recorded = false;
    for (const { command } of steps) {
      const decision = kpiDecider.decide(command, state);
      if (isRejection(decision)) return { status: 'refused', rejection: decision };
      for (const fact of decision) state = evolveKpi(state, fact);
      recorded ||= decision.length > 0;
    }
    return { status: recorded ? 'recorded' : 'unchanged', id };
  }
}

interface Step<C> {
  readonly name: string;
  /** What of the line the step stands for: the fingerprint is taken of it. */
  readonly of: unknown;
  readonly command: C;
}

interface Keyed<C> {
  readonly command: C;
  readonly commandId: string;
  readonly fingerprint: string;
}

function keyed<C extends { act: string }>(
  steps: readonly Step<C>[],
  key: string,
  { tenant }: Importing,
): Keyed<C>[] {
  return steps.map(({ name, of, command }) => {
    const commandId = derivedId('import', tenant, key, name);
    // The shapes of requests are classes; what they hold is plain.
    const content = canonicalJson(JSON.parse(JSON.stringify(of)) as unknown);
    const fingerprint = createHash('sha256').update(content).digest('hex');
    return { command: { ...command, act: commandId }, commandId, fingerprint };
  });
}
