import type { Day, Position } from '@plumbline/kernel';
import type { AskedTimes } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import { indexOf, questionsOf } from './engagement.figures.ts';
import {
  engagementSurveysMax,
  releasedSurveys,
  type ReleasedSurvey,
} from './engagement.queries.ts';
import { namedOf } from './releases.sources.ts';
import type { UnitFigure } from './views/association.ts';

/** The engagement index of units, by one survey. */
export interface UnitsEngagement {
  readonly position: Position | null;
  /** Null where no survey of the span has an index of any unit. */
  readonly survey: string | null;
  readonly units: ReadonlyMap<string, UnitFigure>;
}

/**
 * The index of each unit by the last survey that ended in a span and has one of a unit. Two surveys
 * are never pooled: they may ask other questions, of other people. Of what was released, so that
 * nothing is told that was not shown before.
 */
export async function unitsEngagement(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  { from, until }: { readonly from: Day; readonly until: Day },
  times: AskedTimes,
): Promise<UnitsEngagement> {
  let last: UnitsEngagement = { position: null, survey: null, units: new Map() };
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = { limit: engagementSurveysMax, after };
    const asked = { ask: 'surveys', from, until, page } as const;
    const { position, surveys, next } = await releasedSurveys(ports, tenant, asked, times);
    last = { ...last, position };
    for (const survey of surveys) {
      const units = indexOfUnits(survey);
      if (units.size > 0) last = { position, survey: survey.terms.surveyId, units };
    }
    after = next;
  }
  return last;
}

function indexOfUnits(survey: ReleasedSurvey): ReadonlyMap<string, UnitFigure> {
  const names = survey.terms.dimensions.map(({ name }) => name);
  const units = new Map<string, UnitFigure>();
  for (const figure of indexOf(questionsOf(survey))) {
    const of = namedOf(names, figure.of);
    const unit = of.get('unit');
    if (unit === undefined || of.size > 1 || 'suppressed' in figure) continue;
    const { value, n, definition, low, high } = figure.index;
    units.set(unit, { value, n, definition, low, high });
  }
  return units;
}
