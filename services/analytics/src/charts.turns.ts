import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createTurns, type Turns } from '@plumbline/access';
import { derivedId, isRejection, toInstant, type Instant } from '@plumbline/kernel';
import { everyOf } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { chartReader } from './charts.counting.ts';
import { ChartEnvelope } from './charts.handler.ts';
import type { PlotPoints } from './control-chart/control-chart.commands.ts';
import { lastPlotted } from './control-chart/period.ts';
import { plotting } from './control-chart/plotting.ts';
import { controlChartSheet, type ControlChartSheet } from './views/control-chart-sheet.ts';

/** How often charts are looked through: what is over has been so for this long at most. */
export const chartIntervalMs = 15 * 60_000;
/** After a turn that could not be finished, or before the organisation is known. */
export const chartRetryMs = 5_000;
/** Charts of one page of the view. */
export const chartPageMax = 40;

const policyName = 'plot-when-over';

/**
 * The policy by time: a period that is over is a point, and a point that breaks a rule is a signal.
 * Every process of this service may run it: two that count the same come to the same command, and
 * of two that do not, the chart takes the newer. What the view shows is only where to look, and
 * whether there is anything to be said: the chart itself decides.
 */
@Injectable()
export class ChartTurns implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: Turns;
  /** What each chart was last counted at: as long as that stays, so do its counts. */
  readonly #seen = new Map<string, string>();

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {
    this.#turns = createTurns({
      access: ports.access,
      take: () => this.plot(),
      intervalMs: chartIntervalMs,
      retryMs: chartRetryMs,
    });
  }

  onApplicationBootstrap(): void {
    this.#turns.start();
  }

  /** Stops after the chart in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#turns.stop();
  }

  /** One turn over every tenant. How many charts have changed by it. */
  async plot(): Promise<number> {
    const { access, views, clock } = this.ports;
    const now = toInstant(clock.now());
    let changed = 0;
    for (const tenant of access.tenants()) {
      const reader = await views.of(controlChartSheet, tenant, {});
      for await (const { doc } of everyOf(reader, 'all', { limit: chartPageMax })) {
        if (this.#turns.isStopped()) return changed;
        if (await this.#plot(tenant, doc, now)) changed += 1;
      }
    }
    return changed;
  }

  async #plot(tenant: string, sheet: ControlChartSheet, now: Instant): Promise<boolean> {
    const { chartId, standing, revision } = sheet;
    const first = standing.points[0]?.period ?? '';
    const last = lastPlotted(standing.period, first, standing.latenessDays, now);
    const reader = await chartReader(this.ports, tenant, standing);
    const seen = `${reader.position} ${last} ${revision}`;
    const name = `${tenant} ${chartId}`;
    if (last === null || this.#seen.get(name) === seen) return false;
    const counting = await reader.count(first, last);
    const content = JSON.stringify([revision, counting.counted]);
    const fingerprint = createHash('sha256').update(content).digest('hex');
    const act = derivedId('policy', policyName, tenant, chartId, fingerprint);
    const stamp = { act, chartId, at: now };
    const isNews = plotting({ ...standing, acts: {} }, counting, stamp).length > 0;
    const command: PlotPoints = { type: 'PlotPoints', ...stamp, now, ...counting };
    const changed = isNews && (await this.#send(tenant, command, fingerprint));
    this.#seen.set(name, seen);
    return changed;
  }

  async #send(tenant: string, command: PlotPoints, fingerprint: string): Promise<boolean> {
    const { act, at } = command;
    const result = await this.bus.execute(
      new ChartEnvelope(command, {
        ...{ tenant, commandId: act, correlationId: act, causationId: act, effectiveAt: at },
        actor: { sub: policyName, via: `policy:${policyName}` },
        fingerprint,
      }),
    );
    return !isRejection(result) && result.changed && !result.replayed;
  }
}
