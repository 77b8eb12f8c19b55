import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about charts, metrics and releases, each with the body that its route takes. */
export type AnalyticsCommand =
  | { readonly do: 'draw-chart'; readonly body: Schemas['DrawChartDto'] }
  | (OnChart & { readonly do: 'rebaseline-chart'; readonly body: Schemas['RebaselineChartDto'] })
  | (OnChart & { readonly do: 'explain-signal'; readonly body: Schemas['ExplainSignalDto'] })
  | { readonly do: 'define-metric'; readonly body: Schemas['DefineMetricDto'] }
  | (Revised & {
      readonly do: 'revise-metric';
      /** By its name. */
      readonly metric: string;
      readonly body: Schemas['ReviseMetricDto'];
    })
  | { readonly do: 'publish-release'; readonly body: Schemas['PublishReleaseDto'] }
  | {
      readonly do: 'restate-release';
      readonly releaseId: string;
      readonly body: Schemas['RestateReleaseDto'];
    };

interface Revised {
  /** The revision that the person saw. Another one there is a conflict, and is shown. */
  readonly revision: number;
}

interface OnChart extends Revised {
  readonly chartId: string;
}

export async function sendOfAnalytics(command: AnalyticsCommand, key: string): Promise<Receipt> {
  const idempotency = { 'Idempotency-Key': key };
  const params = { header: idempotency };
  switch (command.do) {
    case 'draw-chart':
      return answered(await api.POST('/control-charts', { params, body: command.body }));
    case 'define-metric':
      return answered(await api.POST('/metric-definitions', { params, body: command.body }));
    case 'publish-release':
      return answered(await api.POST('/metric-releases', { params, body: command.body }));
    case 'restate-release': {
      const { releaseId, body } = command;
      const at = { ...params, path: { releaseId } };
      return answered(await api.POST('/metric-releases/{releaseId}/restate', { params: at, body }));
    }
    default:
      return sendRevised(command, { ...idempotency, 'If-Match': `"${command.revision}"` });
  }
}

interface Header {
  readonly 'Idempotency-Key': string;
  readonly 'If-Match': string;
}

async function sendRevised(
  command: Extract<AnalyticsCommand, Revised>,
  header: Header,
): Promise<Receipt> {
  if (command.do === 'revise-metric') {
    const params = { path: { name: command.metric }, header };
    const { body } = command;
    return answered(await api.POST('/metric-definitions/{name}/revise', { params, body }));
  }
  const params = { path: { chartId: command.chartId }, header };
  const at = '/control-charts/{chartId}';
  if (command.do === 'rebaseline-chart') {
    return answered(await api.POST(`${at}/rebaseline`, { params, body: command.body }));
  }
  return answered(await api.POST(`${at}/explain`, { params, body: command.body }));
}
