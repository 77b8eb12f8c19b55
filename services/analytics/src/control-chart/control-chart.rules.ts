import { isBlank, reject, type Rejection } from '@plumbline/kernel';
import type { RunRule } from '@plumbline/statistics';
import { hasBottom } from './charted.ts';
import type { BaselineChart } from './control-chart.commands.ts';
import type { ChartDefinition } from './control-chart.ts';

/** Limits of fewer points follow chance more than the process (Wheeler asks for five or six). */
export const baselinePointsMin = 6;
/** Points of a chart: twenty years of weeks. A longer one is drawn anew. */
export const pointsMax = 1_040;
/** Times that limits of a chart are computed. */
export const versionsMax = 50;
export const latenessDaysMax = 90;
export const nameLengthMax = 200;
export const reasonLengthMax = 2_000;
export const noteLengthMax = 2_000;
export const codeLengthMax = 64;
export const refLengthMax = 255;

/** In the order of a form. One of the two that look for a run is enough. */
export const runRules: readonly RunRule[] = [
  ...(['beyond-limit', 'run-of-8', 'run-of-9', 'two-of-three', 'four-of-five'] as const),
  ...(['six-in-a-row', 'beyond-range-limit'] as const),
];

export function refuseDefinition(command: BaselineChart): Rejection | undefined {
  const { words, owner, latenessDays } = command;
  return (
    refuseText(words.name, nameLengthMax, '/name') ??
    refuseText(owner, refLengthMax, '/owner') ??
    refuseCharted(command) ??
    refuseWhole(latenessDays, latenessDaysMax, '/latenessDays')
  );
}

function refuseCharted({ charted, place }: ChartDefinition): Rejection | undefined {
  if (charted.figure === 'bottom-share' && !hasBottom(charted)) {
    const detail = 'No lower end is agreed on for this scale. Chart the score instead.';
    return reject('control-chart/no-lower-end', detail, '/figure');
  }
  if (place === null) return undefined;
  if (charted.figure === 'sla-attainment' && place.by === 'location') {
    const detail = 'Cases have no service location. Give a unit or a touchpoint.';
    return reject('control-chart/place-not-counted', detail, '/place/by');
  }
  return refuseText(place.is, refLengthMax, '/place/is');
}

export function refuseText(text: string, lengthMax: number, field: string): Rejection | undefined {
  if (isBlank(text)) return reject('control-chart/text-missing', 'Say something.', field);
  if (text.length <= lengthMax) return undefined;
  return reject('control-chart/text-too-long', `At most ${lengthMax} characters.`, field);
}

function refuseWhole(value: number, most: number, field: string): Rejection | undefined {
  if (Number.isInteger(value) && value >= 0 && value <= most) return undefined;
  return reject('control-chart/not-possible', `Give a whole number from 0 to ${most}.`, field);
}
