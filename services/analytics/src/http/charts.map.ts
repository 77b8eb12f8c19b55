import { ProblemError } from '@plumbline/web';
import type { Charted, Scale } from '../control-chart/charted.ts';
import type { DrawChartDto } from './charts.dto.ts';

/** Those that everybody means the same by. */
const knownScales: ReadonlyMap<string, Scale> = new Map([
  ['nps', { min: 0, max: 10 }],
  ['csat', { min: 1, max: 5 }],
  ['ces', { min: 1, max: 7 }],
]);

/** What is charted, of the members that it takes; those of the other kind are refused. */
export function chartedOf(body: DrawChartDto): Charted {
  const { figure, metric, scale, clock, serviceLevel } = body;
  if (figure === 'sla-attainment') {
    if (metric !== undefined) throw unfit('/metric', 'Leave it out: this is of no question.');
    if (scale !== undefined) throw unfit('/scale', 'Leave it out: this is of no question.');
    if (clock === undefined) throw unfit('/clock', 'Say which promise: firstResponse, resolution.');
    return { figure, clock, serviceLevel: serviceLevel ?? null };
  }
  if (clock !== undefined) throw unfit('/clock', 'Leave it out: this is of no promise.');
  if (serviceLevel !== undefined)
    throw unfit('/serviceLevel', 'Leave it out: it is of no promise.');
  if (metric === undefined) throw unfit('/metric', 'Say which question, as nps or csat.');
  return { figure, metric, scale: scaleOf(metric, scale) };
}

function scaleOf(metric: string, scale: DrawChartDto['scale']): Scale {
  const known = knownScales.get(metric);
  if (scale === undefined) {
    if (known !== undefined) return known;
    throw unfit('/scale', 'It is a question of your own. Say from what to what it is answered.');
  }
  const { min, max } = scale;
  const isKnown = known === undefined || (known.min === min && known.max === max);
  if (isKnown && max > min && max - min < scalePointsMax) return { min, max };
  const from = known === undefined ? `2 to ${scalePointsMax} whole points` : 'its own, or none';
  throw unfit('/scale', `Give a scale of ${from}.`);
}

/** As many as a response of a customer may have. */
const scalePointsMax = 101;

function unfit(field: string, remedy: string): ProblemError {
  const detail = `${field.slice(1)}: ${remedy}`;
  return new ProblemError('request/invalid-body', detail, [{ field, rule: 'fits-figure', remedy }]);
}
