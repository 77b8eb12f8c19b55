import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { thresholdDefault, type Guarded } from '@plumbline/disclosure';
import { isRejection, reject, type Position, type Rejection } from '@plumbline/kernel';
import type { AskedTimes } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { unitsOn } from './performance.reading.ts';
import type { NineBox } from './rating/nine-box.ts';
import { distribution, impactOf, itemAgreement, nineBoxOf } from './review-figures.answers.ts';
import { partAgreement, scenarioOf, type Groups, type GroupOf } from './review-figures.answers.ts';
import type * as Answers from './review-figures.answers.ts';
import { cycleRatings, packOf, pastRatings } from './review-figures.reading.ts';
import type { CycleAbout, RatedCycle } from './review-figures.reading.ts';

/** A cycle by its id, or one that was finished elsewhere by its name. */
export type AskedCycle = { readonly cycle: string } | { readonly pastCycle: string };

/** Of ratings alone: whoever has held the cycle. */
export type RatedQuestion = AskedCycle &
  (
    | { readonly ask: 'distribution'; readonly by?: 'unit' }
    | { readonly ask: 'impact'; readonly groupOf: GroupOf; readonly atLeast: number }
  );

/** Of what ratings are made of: of cycles that are held here. */
export type CycleQuestion = { readonly cycle: string } & (
  | { readonly ask: 'nine-box'; readonly potential: string }
  | {
      readonly ask: 'agreement';
      readonly on: { readonly part: string } | { readonly item: string };
    }
  | {
      readonly ask: 'scenario';
      readonly pack: { readonly id: string; readonly version: number };
      readonly fairness: { readonly groupOf: GroupOf; readonly atLeast: number } | null;
    }
);

export type ReviewFiguresQuestion = (RatedQuestion | CycleQuestion) & {
  readonly threshold?: number;
};

export interface ReviewFiguresAnswer {
  readonly position: Position | null;
  readonly threshold: number;
  readonly about: CycleAbout;
  readonly distribution?: Answers.Distribution;
  readonly nineBox?: Guarded<NineBox> | null;
  readonly agreement?: Answers.AgreementAnswer;
  readonly impact?: Answers.ImpactAnswer;
  readonly scenario?: Answers.ScenarioAnswer;
}

/** Every question on the ratings of a cycle goes over the bus in this one envelope. */
export class ReviewFiguresQuery extends Query<ReviewFiguresAnswer | Rejection> {
  constructor(
    readonly tenant: string,
    readonly question: ReviewFiguresQuestion,
    readonly times: AskedTimes,
    /** Who asks, and whom they stand in for: of their own they learn nothing before its time. */
    readonly askers: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(ReviewFiguresQuery)
export class ReviewFiguresQueryHandler implements IQueryHandler<ReviewFiguresQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: ReviewFiguresQuery): Promise<ReviewFiguresAnswer | Rejection> {
    const { tenant, question, times, askers } = query;
    const { threshold = thresholdDefault } = question;
    if (question.ask === 'distribution' || question.ask === 'impact') {
      return this.#ofRatings(query, question, threshold);
    }
    const of = await cycleRatings(this.ports, tenant, question.cycle, times, askers);
    if (isRejection(of)) return of;
    const answer = { position: of.position, threshold, about: of.about };
    switch (question.ask) {
      case 'nine-box':
        return merged(answer, 'nineBox', nineBoxOf(of, question.potential, threshold));
      case 'agreement': {
        const { on } = question;
        const agreement =
          'part' in on ? partAgreement(of, on.part) : itemAgreement(of, on.item, threshold);
        return merged(answer, 'agreement', agreement);
      }
      case 'scenario': {
        const { id, version } = question.pack;
        const pack = await packOf(this.ports, tenant, question.pack, times);
        if (pack === undefined) {
          const detail = `There is no rule pack ${id}@${version}.`;
          return reject('rule-pack/not-found', detail, '/pack');
        }
        return merged(answer, 'scenario', scenarioOf(of, pack, question.fairness, threshold));
      }
    }
  }

  async #ofRatings(
    { tenant, times, askers }: ReviewFiguresQuery,
    question: RatedQuestion,
    threshold: number,
  ): Promise<ReviewFiguresAnswer | Rejection> {
    const of =
      'pastCycle' in question
        ? await pastRatings(this.ports, tenant, question.pastCycle, times)
        : await cycleRatings(this.ports, tenant, question.cycle, times, askers);
    if (isRejection(of)) return of;
    const answer = { position: of.position, threshold, about: of.about };
    if (question.ask === 'impact') {
      const { groupOf, atLeast } = question;
      return merged(answer, 'impact', impactOf(of, groupOf, atLeast, threshold));
    }
    const groups = question.by === 'unit' ? this.#units(tenant, of, times) : whole;
    return merged(answer, 'distribution', distribution(of, groups, threshold));
  }

  /** Units as they were on the last day of the period, each with all below it. */
  #units(tenant: string, { about, position }: RatedCycle, times: AskedTimes): Groups {
    const organization = this.ports.access.organizationOf(tenant);
    const known = times.asOf === undefined || position === null ? undefined : position;
    const units = unitsOn(organization, about.period.to, known);
    const dimension = { name: 'unit', parents: units.parents };
    return { dimension, groupOf: ({ subject }) => units.of(subject) };
  }
}

const whole: Groups = {
  dimension: { name: 'all', parents: new Map([['', null]]) },
  groupOf: () => '',
};

function merged<Name extends keyof ReviewFiguresAnswer>(
  answer: ReviewFiguresAnswer,
  name: Name,
  part: ReviewFiguresAnswer[Name] | Rejection,
): ReviewFiguresAnswer | Rejection {
  return isRejection(part) ? part : { ...answer, [name]: part };
}
