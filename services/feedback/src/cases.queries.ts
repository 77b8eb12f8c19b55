import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, toInstant } from '@plumbline/kernel';
import type { EpochMs, Position, Rejection } from '@plumbline/kernel';
import { findWhere, untilOf } from '@plumbline/views';
import type { AskedTimes, PageRequest, ViewReader } from '@plumbline/views';
import { attainmentOf, type AttainmentFilter } from './cases.attainment.ts';
import { caseStream } from './cases.facts.ts';
import { seesCase } from './cases.permission.ts';
import { isLate } from './cases.standing.ts';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { caseSheet, stagesOf, type CaseSheet } from './views/case-sheet.ts';
import { serviceLevelSheet, type ServiceLevelSheet } from './views/service-level-sheet.ts';
import type { SlaAttainments } from './views/sla-attainment.ts';

export interface CaseFilter {
  readonly unit?: string;
  readonly sla?: string;
  /** A stage, or `open` for all but the resolved ones. */
  readonly stage?: string;
  /** Past due and waited for still, at the instant that is asked about; or not. */
  readonly overdue?: boolean;
}

/**
 * What can be asked of cases and service levels. Answers are view documents, sealed as they are
 * stored, and only those that the caller may see. The unit of a case is the same for ever.
 */
export type CasesQuestion =
  | { readonly ask: 'cases'; readonly filter: CaseFilter; readonly page: PageRequest }
  | { readonly ask: 'case'; readonly caseId: string }
  | { readonly ask: 'levels'; readonly page: PageRequest }
  | { readonly ask: 'level'; readonly serviceLevelId: string }
  | { readonly ask: 'attainment'; readonly filter: AttainmentFilter };

interface Answers {
  readonly position: Position | null;
  readonly cases?: readonly CaseSheet[];
  readonly levels?: readonly ServiceLevelSheet[];
  readonly attainment?: SlaAttainments;
  readonly next?: string;
  /** The caller may not see it, or it is more than one answer holds. */
  readonly refused?: Rejection;
}

export interface CasesAnswer extends Answers {
  /** The instant (ms) at which clocks are read. */
  readonly until: EpochMs;
}

/** Every question on cases goes over the bus in this one envelope. */
export class CasesQuery extends Query<CasesAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: CasesQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(CasesQuery)
export class CasesQueryHandler implements IQueryHandler<CasesQuery> {
  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {}

  async execute(query: CasesQuery): Promise<CasesAnswer> {
    const until = untilOf(query.times, this.ports.clock.now());
    const answer = refuse(query) ?? (await this.#answer(query, until));
    await query.reading.recorded();
    return { until, ...answer };
  }

  async #answer(query: CasesQuery, until: EpochMs): Promise<Answers> {
    const { tenant, question, times } = query;
    switch (question.ask) {
      case 'cases':
        return this.#cases(query, question, until);
      case 'case':
        return this.#case(query, question.caseId);
      case 'levels': {
        const reader = await this.ports.views.of(serviceLevelSheet, tenant, times);
        const { docs, next } = await reader.find('all', question.page);
        const levels = docs.map(({ doc }) => doc);
        return { position: reader.position, levels, ...present({ next }) };
      }
      case 'level': {
        const reader = await this.ports.views.of(serviceLevelSheet, tenant, times);
        const level = await reader.get(question.serviceLevelId);
        return { position: reader.position, levels: level === undefined ? [] : [level] };
      }
      case 'attainment':
        return attainmentOf(this.ports, query, question.filter, until);
    }
  }

  async #cases(
    { tenant, times, reading }: CasesQuery,
    { filter, page }: CasesQuestion & { ask: 'cases' },
    until: EpochMs,
  ): Promise<Answers> {
    const reader = await this.ports.views.of(caseSheet, tenant, times);
    const at = toInstant(until);
    const found = await findWhere(reader, narrowestOf(filter), page, async (sheet) => {
      return isAsked(sheet, filter, at) && sees(reading, sheet);
    });
    return { position: reader.position, cases: found.docs, ...present({ next: found.next }) };
  }

  /** A case at an earlier point is folded from its own stream; no view is waited for. */
  async #case({ tenant, times, reading }: CasesQuery, caseId: string): Promise<Answers> {
    const { views } = this.ports;
    if (times.asOf === undefined && times.effectiveAt === undefined) {
      const reader = await views.of(caseSheet, tenant, times);
      const sheet = await reader.get(caseId);
      return { position: reader.position, cases: seen(reading, sheet) };
    }
    const streams = [caseStream(tenant, caseId)];
    const { doc, position } = await views.fold(caseSheet, caseId, streams, times);
    return { position, cases: seen(reading, doc) };
  }
}

/** Everybody of the tenant reads what is promised; a case is asked about by itself. */
function refuse({ question: { ask }, reading }: CasesQuery): Answers | undefined {
  if (ask === 'cases' || ask === 'case') return undefined;
  const refused = reading.refusal('service-level/read', {}, ask);
  return refused === undefined ? undefined : { position: null, refused };
}

function narrowestOf({ unit, sla, stage, overdue }: CaseFilter) {
  type By = Parameters<ViewReader<CaseSheet>['find']>[0];
  const by: By | false =
    (unit !== undefined && { index: 'unit', value: unit }) ||
    (sla !== undefined && { index: 'sla', value: sla }) ||
    (stage !== undefined && { index: 'stage', value: stage });
  if (by !== false) return by;
  return overdue === true ? { index: 'stage', value: 'open' } : 'all';
}

function isAsked(sheet: CaseSheet, { unit, sla, stage, overdue }: CaseFilter, at: string): boolean {
  return (
    (unit === undefined || sheet.unit === unit) &&
    (sla === undefined || sheet.standing.slaRef === sla) &&
    (stage === undefined || stagesOf(sheet.standing).includes(stage)) &&
    (overdue === undefined || isLate(sheet, at) === overdue)
  );
}

function sees(reading: Reading, { standing, caseId }: CaseSheet): boolean {
  return seesCase(reading, standing, `case:${caseId}`);
}

function seen(reading: Reading, sheet: CaseSheet | undefined): readonly CaseSheet[] {
  return sheet === undefined || !sees(reading, sheet) ? [] : [sheet];
}
