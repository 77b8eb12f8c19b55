import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, type Day, type Position, type Rejection } from '@plumbline/kernel';
import { displayTier, proportion } from '@plumbline/statistics';
import { everyOf, type AskedTimes } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { unitsEngagement } from './associations.engagement.ts';
import { askSatisfaction } from './satisfaction.figures.ts';
import { monthsOf } from './satisfaction.spans.ts';
import type { SatisfactionAnswer } from './satisfaction.figures.ts';
import { association, pairedUnits } from './views/association.ts';
import type { Association, UnitFigure } from './views/association.ts';
import { recognisedDay } from './views/recognised-day.ts';
import type { Scale } from './views/satisfaction-cells.ts';

/** What is held beside the satisfaction of customers. */
export const besideSatisfaction = ['engagement', 'recognition-coverage'] as const;

/** What goes together with the satisfaction of customers, or does not. */
export interface AssociationQuestion {
  readonly between: (typeof besideSatisfaction)[number];
  /** First and last day of both figures. */
  readonly from: Day;
  readonly until: Day;
  /** The question that customers were asked. */
  readonly metric: string;
  readonly scale?: Scale;
}

export type AssociationAnswer =
  | { readonly refused: Rejection }
  | {
      readonly position: Position | null;
      readonly scale: Scale | null;
      /** By which engagement is told, where there is one. */
      readonly survey: string | null;
      readonly association: Association;
    };

export class AssociationQuery extends Query<AssociationAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: AssociationQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(AssociationQuery)
export class AssociationQueryHandler implements IQueryHandler<AssociationQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: AssociationQuery): Promise<AssociationAnswer> {
    const { tenant, question, times, reading } = query;
    const { between, metric, from, until, scale } = question;
    const asked = { metric, from, until, by: 'unit' as const, filter: {}, ...present({ scale }) };
    const answer = await askSatisfaction(this.ports, tenant, asked, times, reading);
    await reading.recorded();
    if (answer.refused !== undefined) return { refused: answer.refused };
    const beside =
      between === 'engagement'
        ? await unitsEngagement(this.ports, tenant, question, times)
        : { survey: null, ...(await this.#coverage(query)) };
    const organization = this.ports.access.organizationOf(tenant);
    const known = knownBy(times, beside.position);
    const aboveOf = (unit: string) => organization.unitsAbove(unit, until, known);
    const pairs = pairedUnits(beside.units, scoresOf(answer), aboveOf);
    return {
      position: earlierOf(answer.position, beside.position),
      ...{ scale: answer.scale ?? null, survey: beside.survey },
      association: association(pairs),
    };
  }

  /**
   * The share of the people of each unit, with those below it on the last day, who were recognised.
   * Units of too few people have none.
   */
  async #coverage({ tenant, question, times }: AssociationQuery) {
    const { views, access } = this.ports;
    const { from, until } = question;
    const reader = await views.of(recognisedDay, tenant, times);
    const recognised = new Set<string>();
    for (const month of monthsOf(from, until)) {
      const by = { index: 'month', value: month.slice(0, 7) };
      for await (const { doc } of everyOf(reader, by)) {
        if (doc.day < from || doc.day > until) continue;
        for (const person of doc.people) recognised.add(person);
      }
    }
    const organization = access.organizationOf(tenant);
    const known = knownBy(times, reader.position);
    const units = new Map<string, UnitFigure>();
    for (const { unit } of organization.units(until, known)) {
      const within = organization.unitsWithin(unit, until, known);
      const people = new Set(within.flatMap((one) => organization.membersOf(one, until, known)));
      if (displayTier(people.size) === 'hidden') continue;
      const count = [...people].filter((person) => recognised.has(person)).length;
      units.set(unit, boundedOf(proportion('recognition-coverage@1', count, people.size)));
    }
    return { position: reader.position, units };
  }
}

/** What `/satisfaction` shows of units: what is hidden there is not there. */
function scoresOf({ satisfaction }: SatisfactionAnswer): ReadonlyMap<string, UnitFigure> {
  const rows = satisfaction?.rows ?? [];
  const shown = rows.flatMap(({ of, score }) => {
    return of === null || score === null ? [] : [[of, boundedOf(score)] as const];
  });
  return new Map(shown);
}

function boundedOf(figure: Omit<UnitFigure, 'low' | 'high'> & Partial<UnitFigure>): UnitFigure {
  const { value, n, definition, low = null, high = null } = figure;
  return { value, n, definition, low, high };
}

function knownBy({ asOf }: AskedTimes, position: Position | null): Position | undefined {
  return asOf === undefined || position === null ? undefined : position;
}

/** Everything by then is in both. */
function earlierOf(one: Position | null, other: Position | null): Position | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}
