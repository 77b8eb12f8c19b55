import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import type { WithheldReason } from '@plumbline/disclosure';
import { isRejection, msPerDay, reject, type Position, type Rejection } from '@plumbline/kernel';
import type { AskedTimes } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { contributions, inputOf, unitInput, unitsOn } from './performance.reading.ts';
import type { Contributions, OwnPart, Span } from './performance.reading.ts';
import { performanceOf, performanceParts } from './rating/performance.ts';
import type { PartInput, Performance, PerformancePart, Weights } from './rating/performance.ts';
import { askSatisfaction, spanDaysMax } from './satisfaction.figures.ts';

export interface PerformanceQuestion extends Span {
  readonly of: { readonly person: string } | { readonly unit: string };
  readonly weights: Weights;
}

export interface PerformanceAnswer {
  readonly position: Position | null;
  readonly performance: Performance;
  /** Parts of a unit that are withheld: they are of too few people, or would give few away. */
  readonly suppressed: Readonly<Partial<Record<PerformancePart, WithheldReason>>>;
}

export class PerformanceQuery extends Query<PerformanceAnswer | Rejection> {
  constructor(
    readonly tenant: string,
    readonly question: PerformanceQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

type Inputs = Record<PerformancePart, PartInput>;
type Suppressed = Partial<Record<PerformancePart, WithheldReason>>;

const ownParts = ['goals', 'feedback', 'reviews'] as const satisfies readonly OwnPart[];

@QueryHandler(PerformanceQuery)
export class PerformanceQueryHandler implements IQueryHandler<PerformanceQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: PerformanceQuery): Promise<PerformanceAnswer | Rejection> {
    const { tenant, question, times } = query;
    const refused = refuseSpan(question);
    if (refused !== undefined) return refused;
    const found = await contributions(this.ports, tenant, question, times);
    const suppressed: Suppressed = {};
    const inputs = this.#ownInputs(query, found, suppressed);
    if (isRejection(inputs)) return inputs;
    const customers = await this.#customers(query, suppressed);
    if (isRejection(customers)) return customers;
    const performance = performanceOf({ ...inputs, customers }, question.weights);
    return { position: found.position, performance, suppressed };
  }

  #ownInputs(
    { tenant, question, times }: PerformanceQuery,
    { position, by }: Contributions,
    suppressed: Suppressed,
  ): Pick<Inputs, OwnPart> | Rejection {
    const inputs = {} as Pick<Inputs, OwnPart>;
    const { of, until } = question;
    const known = times.asOf === undefined || position === null ? undefined : position;
    const units = unitsOn(this.ports.access.organizationOf(tenant), until, known);
    for (const part of ownParts) {
      if ('person' in of) {
        const own = by[part].filter(({ person }) => person === of.person);
        inputs[part] = inputOf(part, own);
        continue;
      }
      const guarded = unitInput(part, by[part], of.unit, units);
      if (isRejection(guarded)) return guarded;
      if (!guarded.shown) suppressed[part] = guarded.reason;
      inputs[part] = guarded.shown ? guarded.value : inputOf(part, []);
    }
    return inputs;
  }

  /** As `/satisfaction` counts them, with its own rule for few answers. */
  async #customers(
    { tenant, question: { of, from, until }, times, reading }: PerformanceQuery,
    suppressed: Suppressed,
  ): Promise<PartInput | Rejection> {
    const isPerson = 'person' in of;
    const asked = {
      ...{ metric: 'csat', from, until, scale: { min: 1, max: 5 } },
      ...(isPerson ? { filter: of } : { by: 'unit' as const, filter: {} }),
    };
    const answer = await askSatisfaction(this.ports, tenant, asked, times, reading);
    if (answer.refused !== undefined) return answer.refused;
    const { total, rows = [] } = answer.satisfaction ?? {};
    const line = isPerson ? total : rows.find((row) => row.of === of.unit);
    if (line?.tier === 'hidden') suppressed.customers = 'below-threshold';
    const score = line?.score ?? null;
    const successes = score !== null && 'successes' in score ? score.successes : 0;
    const n = score?.n ?? 0;
    // Which answers they are is for those who may read them, one by one.
    return {
      ...{ from: 'feedback.CustomerResponseRecorded.v1', ids: [] },
      unknown: 0,
      successes,
      n,
    };
  }
}

function refuseSpan({ from, until }: Span): Rejection | undefined {
  if (until < from) {
    return reject('request/invalid-parameter', 'The last day is before the first.', '?until');
  }
  if ((Date.parse(until) - Date.parse(from)) / msPerDay < spanDaysMax) return undefined;
  return reject('request/invalid-parameter', `At most ${spanDaysMax} days.`, '?until');
}

/** `goals:50,reviews:30`: what is not named weighs nothing. */
export function weightsOf(text: string): Weights {
  const given = new Map(
    text.split(',').map((one) => {
      const [part = '', weight = ''] = one.split(':');
      return [part, Number(weight)] as const;
    }),
  );
  const weights = performanceParts.map((part) => [part, given.get(part) ?? 0]);
  return Object.fromEntries(weights) as unknown as Weights;
}
