import type { Schema } from '@plumbline/contracts/published';
import { figureTable } from '@plumbline/exports';
import { count, day, estimate, opaqueIdOrNone, share } from '@plumbline/exports/shapes';
import { unitOrNone, word } from '@plumbline/exports/shapes';
import type { Day } from '@plumbline/kernel';
import type { UnitFiguresAnswer } from './recognition.figures.ts';
import type { SlaAttainment, SlaAttainments } from './views/sla-attainment.ts';

const attainment = {
  type: 'object',
  required: [],
  properties: {
    ...{ share, met: count, breached: count, openPastDue: count, openInTime: count },
  },
} as const satisfies Schema;

export const attainmentTable = figureTable('service-levels', {
  description:
    'What `/sla-attainment` answers, a row a line: all cases that were opened in the span first ' +
    '(`by` is null), then those of each unit, then those of each service level, as they stand at ' +
    '`effectiveAt`. Counts are pooled: no share is a mean of shares.',
  properties: {
    ...{ from: day, until: day, by: word, unit: unitOrNone, slaRef: opaqueIdOrNone },
    ...{ cases: count, firstResponse: attainment, resolution: attainment },
    resolutionMinutes: {
      ...{ type: 'object', required: [], properties: { median: estimate, p90: estimate } },
    },
  },
});

export function attainmentRows(
  { from, until }: { readonly from: Day; readonly until: Day },
  { units, serviceLevels, ...all }: SlaAttainments,
): readonly object[] {
  const row = (of: object, line: SlaAttainment) => ({ from, until, ...line, ...of });
  return [
    row({ by: null, unit: null, slaRef: null }, all),
    ...units.map((one) => row({ by: 'unit', unit: `unit:${one.unit}`, slaRef: null }, one)),
    ...serviceLevels.map((one) => row({ by: 'service-level', unit: null }, one)),
  ];
}

export const recognitionTable = figureTable('recognition', {
  description:
    'What `/recognitions/figures` answers, a row a unit with all within it: everybody first ' +
    '(`unit` is null), or the unit that is asked about. A unit of fewer than five people is ' +
    '`hidden` and has no figure, and so is the smallest one within another where what is shown ' +
    'of both would tell what so few got.',
  properties: {
    ...{ from: day, until: day, unit: unitOrNone, people: count, tier: word, recognitions: count },
    ...{ coverage: share, concentration: estimate, reciprocity: estimate },
  },
});

export function recognitionRows({ from, until, units }: UnitFiguresAnswer): readonly object[] {
  return units.map(({ unit, ...figures }) => {
    return { from, until, unit: unit === null ? null : `unit:${unit}`, ...figures };
  });
}
