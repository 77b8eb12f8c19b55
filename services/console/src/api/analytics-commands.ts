import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about charts, metrics and releases, each with the body that its route takes. */
export type AnalyticsCommand =
  | { readonly do: 'draw-chart'; readonly body: Schemas['DrawChartDto'] }
  | (OnChart & { readonly do: 'rebaseline-chart'; readonly body: Schemas['RebaselineChartDto'] })
  | (OnChart & { readonly do: 'explain-signal'; readonly body: Schemas['ExplainSignalDto'] });

interface OnChart {
  readonly chartId: string;
  /** The revision that the person saw. Another one there is a conflict, and is shown. */
  readonly revision: number;
}

export async function sendOfAnalytics(command: AnalyticsCommand, key: string): Promise<Receipt> {
  const idempotency = { 'Idempotency-Key': key };
  if (command.do === 'draw-chart') {
    const params = { header: idempotency };
    return answered(await api.POST('/control-charts', { params, body: command.body }));
  }
  const { chartId, revision } = command;
  const header = { ...idempotency, 'If-Match': `"${revision}"` };
  const params = { path: { chartId }, header };
  const at = '/control-charts/{chartId}';
  if (command.do === 'rebaseline-chart') {
    return answered(await api.POST(`${at}/rebaseline`, { params, body: command.body }));
  }
  return answered(await api.POST(`${at}/explain`, { params, body: command.body }));
}
