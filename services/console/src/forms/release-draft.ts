import type { components } from '../api.generated.ts';
import type { Metric } from '../api/types.ts';
import type { FormReader } from './form-reader.ts';

type PublishDto = components['schemas']['PublishReleaseDto'];

/** A release as it is being typed. */
export interface TypedRelease {
  readonly metric: string;
  readonly question: string;
  readonly scaleMin: string;
  readonly scaleMax: string;
  readonly from: string;
  readonly until: string;
  readonly dimensions: readonly string[];
}

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function releaseOf(
  form: FormReader,
  typed: TypedRelease,
  metric: Pick<Metric, 'question' | 'formula'> | undefined,
): PublishDto {
  const asks = metric !== undefined && metric.question === null;
  return {
    metric: form.text('/metric', typed.metric, 'Metric'),
    ...(asks ? { question: form.text('/question', typed.question, 'Question').trim() } : {}),
    // All other formulas are for one scale.
    ...(metric?.formula === 'mean-score@1' ? { scale: form.scale(typed) } : {}),
    from: form.text('/from', typed.from, 'First day'),
    until: form.text('/until', typed.until, 'Last day'),
    dimensions: [...typed.dimensions],
  };
}
