import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { isRejection, present, reject, toInstant } from '@plumbline/kernel';
import type { Position, Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import { everyOf, findWhere, type AskedTimes, type PageRequest } from '@plumbline/views';
import {
  figuresOf,
  scoresUnder,
  type CalibrationFigures,
  type Sight,
} from './calibration.figures.ts';
import { answersTo, isParticipant, sightOf, subjectsSeen } from './calibration.permission.ts';
import type { Instead } from './counterfactual/counterfactual.ts';
import { cycleAggregate, cycleStream } from './cycles.facts.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { packOf } from './settings.pins.ts';
import { calibrationRow, type CalibrationRow } from './views/calibration-row.ts';
import { calibrationSheet, proposalsOn, toldOfSession } from './views/calibration-sheet.ts';
import type { CalibrationSheet, Proposals } from './views/calibration-sheet.ts';

export interface SessionFilter {
  readonly cycle?: string;
  readonly stage?: string;
}

/** What did not happen: this session, what somebody has accepted in it, or another rule. */
export type InsteadAsked =
  | { readonly without: 'session' }
  | { readonly without: 'moderator'; readonly moderator?: string }
  | { readonly under: 'rule-pack'; readonly pack: string; readonly version: number };

/** What can be asked of calibration sessions. */
export type CalibrationQuestion =
  | { readonly ask: 'sessions'; readonly filter: SessionFilter; readonly page: PageRequest }
  | { readonly ask: 'session' | 'board'; readonly sessionId: string }
  | { readonly ask: 'figures'; readonly sessionId: string; readonly instead?: InsteadAsked };

/** A session, and whether the caller sees all of it, or how much there is alone. */
export interface SeenSession {
  readonly sheet: CalibrationSheet;
  readonly isWhole: boolean;
  /** As many as there are on whom the caller sees, as on the board. */
  readonly proposals: Proposals;
  /** Without what was proposed and decided on whom the caller does not see. */
  readonly revision: number;
}

export interface CalibrationAnswer {
  readonly position: Position | null;
  readonly sessions?: readonly SeenSession[];
  readonly rows?: readonly CalibrationRow[];
  /** Rows that the caller does not see. */
  readonly withheld?: number;
  readonly figures?: CalibrationFigures;
  readonly next?: string;
  readonly refused?: Rejection;
}

/** Every question on calibration goes over the bus in this one envelope. */
export class CalibrationQuery extends Query<CalibrationAnswer> {
  constructor(
    readonly asking: Asking,
    readonly question: CalibrationQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(CalibrationQuery)
export class CalibrationQueryHandler implements IQueryHandler<CalibrationQuery> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute(query: CalibrationQuery): Promise<CalibrationAnswer> {
    const answer = await this.#answer(query);
    await query.reading.recorded();
    return answer;
  }

  async #answer(query: CalibrationQuery): Promise<CalibrationAnswer> {
    const { question } = query;
    if (question.ask === 'sessions') return this.#sessions(query, question.filter, question.page);
    const { seen: found, position } = await this.#found(query, question.sessionId);
    if (found === undefined) return { position };
    const { sheet } = found;
    if (question.ask === 'session') return { position, sessions: [found] };
    const all = await this.#rows(query, sheet);
    const rows = all.filter((row) => this.#seesRow(query, sheet, row));
    if (question.ask === 'board') {
      return { position, sessions: [found], rows, withheld: all.length - rows.length };
    }
    const isMember = isParticipant(this.ports, query.asking, sheet);
    const sight = isMember ? 'session' : found.isWhole ? 'reviews' : 'groups';
    const seen = sight === 'groups' ? all : rows;
    const figures = await this.#figures(query, sheet, seen, sight);
    return isRejection(figures)
      ? { position, refused: figures }
      : { position, sessions: [found], figures };
  }

  /** Those that the caller may see as they stand now, also of an earlier point. */
  async #sessions(query: CalibrationQuery, { cycle, stage }: SessionFilter, page: PageRequest) {
    const { asking, times } = query;
    const { tenant } = asking;
    const reader = await this.ports.views.of(calibrationSheet, tenant, times);
    const standing = await this.ports.views.of(calibrationSheet, tenant, {});
    const by = cycle === undefined ? 'all' : { index: 'cycle', value: cycle };
    const sessions: SeenSession[] = [];
    const { next: more } = await findWhere(reader, by, page, async (sheet) => {
      if (stage !== undefined && sheet.stage !== stage) return false;
      const seen = this.#seen(asking, sheet, await standing.get(sheet.sessionId));
      if (seen !== undefined) sessions.push(seen);
      return seen !== undefined;
    });
    const next = present({ next: more });
    return { position: reader.position, sessions, ...next };
  }

  async #found({ asking, times }: CalibrationQuery, sessionId: string) {
    const { tenant } = asking;
    const reader = await this.ports.views.of(calibrationSheet, tenant, times);
    const { position } = reader;
    const sheet = await reader.get(sessionId);
    if (sheet === undefined) return { position };
    const isEarlier = times.asOf !== undefined || times.effectiveAt !== undefined;
    const standing = isEarlier
      ? await (await this.ports.views.of(calibrationSheet, tenant, {})).get(sessionId)
      : sheet;
    return { position, ...present({ seen: this.#seen(asking, sheet, standing) }) };
  }

  /** What is not locked at the point that is asked for has no figures there. */
  #seen(asking: Asking, sheet: CalibrationSheet, standing = sheet): SeenSession | undefined {
    const sight = sightOf(this.ports, asking, standing);
    if (sight === undefined) return undefined;
    const isWhole = sight === 'whole';
    if (!isWhole && sheet.stage !== 'locked') return undefined;
    const sees = subjectsSeen(this.ports, asking, sheet, isWhole);
    const told = { proposals: proposalsOn(sheet, sees), revision: toldOfSession(sheet, sees) };
    return { sheet, isWhole, ...told };
  }

  #isAbove({ tenant, sub }: Asking, subject: string): boolean {
    const organization = this.ports.access.organizationOf(tenant);
    return answersTo(organization, sub, subject, toInstant(this.ports.clock.now()));
  }

  async #rows({ asking, times }: CalibrationQuery, { sessionId }: CalibrationSheet) {
    const reader = await this.ports.views.of(calibrationRow, asking.tenant, times);
    const rows: CalibrationRow[] = [];
    for await (const { doc } of everyOf(reader, { index: 'session', value: sessionId })) {
      rows.push(doc);
    }
    return rows;
  }

  /** Nobody sees what is said of themselves, nor, as a member, of those they answer to. */
  #seesRow({ asking, reading }: CalibrationQuery, sheet: CalibrationSheet, row: CalibrationRow) {
    const { subject, reviewId } = row;
    if (subject === asking.sub) return false;
    if (isParticipant(this.ports, asking, sheet)) return !this.#isAbove(asking, subject);
    return reading.sees('calibration/read', { owner: `person:${subject}` }, `review:${reviewId}`);
  }

  /** Who reads no rows reads what was decided once it is, and never how it comes about. */
  async #figures(
    { asking, question }: CalibrationQuery,
    sheet: CalibrationSheet,
    rows: readonly CalibrationRow[],
    sight: Sight,
  ): Promise<CalibrationFigures | Rejection> {
    const { tenant } = asking;
    const asked = question.ask === 'figures' ? question.instead : undefined;
    if (sight === 'groups' && asked !== undefined && 'under' in asked) {
      const detail = 'What another rule makes of each review is for those who read each of them.';
      return reject('calibration-session/not-of-rows', detail);
    }
    const instead = asked === undefined ? null : await this.#instead(tenant, sheet, rows, asked);
    if (isRejection(instead)) return instead;
    const stream = cycleStream(tenant, sheet.cycleId);
    const { state: cycle } = await this.ports.transactor.load(cycleAggregate, stream);
    const pin = cycle.stage === 'none' ? null : cycle.pin;
    if (pin === null) return reject('calibration-session/not-found', 'There is no such cycle.');
    const organization = this.ports.access.organizationOf(tenant);
    const { sessionId } = sheet;
    return figuresOf({ sessionId, rows, organization, pin, instead, sight });
  }

  async #instead(
    tenant: string,
    { sessionId, moderator }: CalibrationSheet,
    rows: readonly CalibrationRow[],
    asked: InsteadAsked,
  ): Promise<Instead | Rejection> {
    if ('under' in asked) {
      const { pack: id, version } = asked;
      const found = await packOf(this.ports, tenant, { id, version });
      if (found === undefined) {
        const detail = 'There is no such version of this rule pack.';
        return reject('calibration-session/unknown-pack', detail, '?pack');
      }
      const scores = scoresUnder(found.pack, rows);
      return isRejection(scores) ? scores : { under: 'rule-pack', scores };
    }
    if (asked.without === 'session') return { without: 'session', sessionId };
    return { without: 'moderator', moderator: asked.moderator ?? moderator };
  }
}
