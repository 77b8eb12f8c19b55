import type { Access } from '@plumbline/access';
import type { Desk } from '@plumbline/feed';
import type { CommitSample } from '@plumbline/event-log/sqlite';
import type { Projector, ViewStatus } from '@plumbline/views';
import { collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';

const commitBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
const batchBuckets = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** The process itself: memory, CPU, event loop, garbage collection. */
export function processMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 });
}

/** How long commits of the log take, and how many appends share one. */
export function logMetrics(registry: Registry): (sample: CommitSample) => void {
  const seconds = new Histogram({
    name: 'plumbline_log_commit_duration_seconds',
    help: 'Duration of a commit of the event log, its sync included.',
    buckets: commitBuckets,
    registers: [registry],
  });
  const appends = new Histogram({
    name: 'plumbline_log_commit_appends',
    help: 'Appends that shared a commit of the event log.',
    buckets: batchBuckets,
    registers: [registry],
  });
  return (sample) => {
    seconds.observe(sample.ms / 1_000);
    appends.observe(sample.appends);
  };
}

/** How far each view is behind the log, and what it could not take. Asked for at each scrape. */
export function viewMetrics(registry: Registry, projector: Pick<Projector, 'status'>): void {
  const gauge = (name: string, help: string, value: (status: ViewStatus) => number): void => {
    new Gauge({
      ...{ name, help, labelNames: ['view'] as const, registers: [registry] },
      async collect() {
        for (const status of await projector.status()) {
          this.set({ view: status.name }, value(status));
        }
      },
    });
  };
  gauge('plumbline_view_lag_seconds', 'Age of the oldest fact that a view lacks.', (status) => {
    return status.lagSeconds;
  });
  gauge('plumbline_view_lag_facts', 'Facts that a view lacks.', ({ lagFacts }) => lagFacts);
  gauge('plumbline_view_parked', 'Keys that a view has put aside.', ({ parked }) => parked);
}

/** What policies could not take. Asked for at each scrape. */
export function policyMetrics(registry: Registry, desk: Desk, group: string): void {
  new Gauge({
    name: 'plumbline_policy_parked',
    help: 'Keys that policies have put aside.',
    registers: [registry],
    async collect() {
      this.set((await desk.list(group)).length);
    },
  });
}

/** How far the organisation that permissions are asked of is behind. Asked for at each scrape. */
export function accessMetrics(registry: Registry, access: Pick<Access, 'lagSeconds'>): void {
  new Gauge({
    name: 'plumbline_organization_lag_seconds',
    help: 'Age of the oldest fact that the organisation in memory may lack.',
    registers: [registry],
    async collect() {
      this.set(await access.lagSeconds());
    },
  });
}
