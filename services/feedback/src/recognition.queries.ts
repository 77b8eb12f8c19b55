import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { toInstant, type Instant, type Position, type Rejection } from '@plumbline/kernel';
import { everyOf, findWhere, untilOf } from '@plumbline/views';
import type { AskedTimes, PageRequest, View } from '@plumbline/views';
import type { FeedbackFact } from './facts.ts';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { pointsStream, programmeId, programmeStream } from './recognition.facts.ts';
import { figuresByUnit, figuresOf, type FiguresAnswer } from './recognition.figures.ts';
import type { FiguresOf, UnitFiguresAnswer } from './recognition.figures.ts';
import { emptyPoints, pointsAccount, type PointsSheet } from './views/points-account.ts';
import { pointsLedger, type LedgerMonth } from './views/points-ledger.ts';
import { programmeSheet, type ProgrammeSheet } from './views/programme-sheet.ts';
import { recognitionWall, type RecognitionLine } from './views/recognition-wall.ts';
import { redemptionSheet, type RedemptionSheet } from './views/redemption-sheet.ts';

export interface WallFilter {
  readonly to?: string;
  readonly by?: string;
  readonly value?: string;
}

/** What can be asked of recognition. Answers hold documents as they are stored, sealed. */
export type RecognitionQuestion =
  | { readonly ask: 'wall'; readonly filter: WallFilter; readonly page: PageRequest }
  | { readonly ask: 'recognition'; readonly recognitionId: string }
  | { readonly ask: 'figures'; readonly of: FiguresOf }
  | { readonly ask: 'unit-figures'; readonly of: FiguresOf }
  | { readonly ask: 'programme' }
  | { readonly ask: 'points'; readonly person: string }
  | { readonly ask: 'ledger' }
  | { readonly ask: 'own-redemptions'; readonly person: string; readonly page: PageRequest }
  /** Those that wait for a decision of the caller. */
  | { readonly ask: 'open-redemptions'; readonly page: PageRequest }
  | { readonly ask: 'redemption'; readonly redemptionId: string };

interface Answers {
  readonly recognitions?: readonly RecognitionLine[];
  readonly figures?: FiguresAnswer;
  readonly byUnit?: UnitFiguresAnswer;
  readonly programme?: ProgrammeSheet;
  readonly points?: PointsSheet;
  readonly ledger?: readonly LedgerMonth[];
  readonly redemptions?: readonly RedemptionSheet[];
  readonly next?: string;
  /** The caller may not see it, or it is more than one answer holds. */
  readonly refused?: Rejection;
}

export interface RecognitionAnswer extends Answers {
  readonly position: Position | null;
  /** At which what is left of a month is to be taken. */
  readonly until: Instant;
}

/** Every question on recognition goes over the bus in this one envelope. */
export class RecognitionQuery extends Query<RecognitionAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: RecognitionQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

type Answered = Answers & { readonly position: Position | null };

@QueryHandler(RecognitionQuery)
export class RecognitionQueryHandler implements IQueryHandler<RecognitionQuery> {
  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {}

  async execute(query: RecognitionQuery): Promise<RecognitionAnswer> {
    const until = toInstant(untilOf(query.times, this.ports.clock.now()));
    const refused = refusalOf(query);
    const answer = refused === undefined ? await this.#answer(query) : { position: null, refused };
    await query.reading.recorded();
    return { until, ...answer };
  }

  async #answer(query: RecognitionQuery): Promise<Answered> {
    const { question } = query;
    switch (question.ask) {
      case 'wall':
        return this.#wall(query, question.filter, question.page);
      case 'recognition': {
        const reader = await this.#reader(query, recognitionWall);
        const by = { index: 'id', value: question.recognitionId };
        const { docs } = await reader.find(by, { limit: 1 });
        return { position: reader.position, recognitions: docs.map(({ doc }) => doc) };
      }
      case 'figures':
        return figuresOf(this.ports, query, question.of);
      case 'unit-figures':
        return figuresByUnit(this.ports, query, question.of);
      case 'programme':
        return this.#programme(query);
      case 'points':
        return this.#points(query, question.person);
      case 'ledger': {
        const reader = await this.#reader(query, pointsLedger);
        const ledger: LedgerMonth[] = [];
        for await (const { doc } of everyOf(reader, 'all')) ledger.push(doc);
        return { position: reader.position, ledger };
      }
      case 'own-redemptions':
      case 'open-redemptions':
        return this.#redemptions(query, question);
      case 'redemption':
        return this.#redemption(query, question.redemptionId);
    }
  }

  #reader<Doc>({ tenant, times }: RecognitionQuery, view: View<Doc, FeedbackFact>) {
    return this.ports.views.of(view, tenant, times);
  }

  async #wall(query: RecognitionQuery, filter: WallFilter, page: PageRequest): Promise<Answered> {
    const { to, by, value } = filter;
    const reader = await this.#reader(query, recognitionWall);
    const index =
      (to !== undefined && { index: 'to', value: to }) ||
      (by !== undefined && { index: 'by', value: by }) ||
      (value !== undefined && { index: 'value', value }) ||
      'all';
    const { docs, ...rest } = await findWhere(reader, index, page, async (line) => {
      return (
        (to === undefined || line.receivers.some(({ person }) => person === to)) &&
        (by === undefined || line.giver === by) &&
        (value === undefined || line.value === value)
      );
    });
    return { position: reader.position, recognitions: docs, ...rest };
  }

  /** What is of one stream is folded from it at an earlier point, and need not replay the log. */
  async #programme(query: RecognitionQuery): Promise<Answered> {
    const { tenant } = query;
    const streams = [programmeStream(tenant)];
    const { doc, position } = await this.#one(query, programmeSheet, programmeId, streams);
    return doc === undefined ? { position } : { position, programme: doc };
  }

  async #points(query: RecognitionQuery, person: string): Promise<Answered> {
    const streams = [pointsStream(query.tenant, person)];
    const { doc, position } = await this.#one(query, pointsAccount, person, streams);
    const { programme } = await this.#programme(query);
    const points = doc ?? emptyPoints(person);
    return programme === undefined ? { position, points } : { position, points, programme };
  }

  async #one<Doc>(
    { tenant, times }: RecognitionQuery,
    view: View<Doc, FeedbackFact>,
    key: string,
    streams: readonly string[],
  ): Promise<{ readonly doc: Doc | undefined; readonly position: Position | null }> {
    const { readAfter, ...earlier } = times;
    const isNow = earlier.asOf === undefined && earlier.effectiveAt === undefined;
    const after = readAfter === undefined ? {} : { readAfter };
    // Also at an earlier point: a position that the log does not have is found out by it.
    const reader = await this.ports.views.of(view, tenant, after);
    if (isNow) return { doc: await reader.get(key), position: reader.position };
    return this.ports.views.fold(view, key, streams, earlier);
  }

  async #redemptions(
    query: RecognitionQuery,
    question: RecognitionQuestion & { ask: 'own-redemptions' | 'open-redemptions' },
  ): Promise<Answered> {
    const { reading } = query;
    const { page } = question;
    const reader = await this.#reader(query, redemptionSheet);
    const isOwn = question.ask === 'own-redemptions';
    const by = isOwn
      ? { index: 'person', value: question.person }
      : { index: 'state', value: 'open' };
    const { docs, ...rest } = await findWhere(reader, by, page, async (sheet) => {
      return isOwn || reading.sees('redemption/decide', aboutIts(sheet), recordOf(sheet));
    });
    return { position: reader.position, redemptions: docs, ...rest };
  }

  async #redemption(query: RecognitionQuery, redemptionId: string): Promise<Answered> {
    const { tenant, times, reading } = query;
    const { readAfter } = times;
    const after = readAfter === undefined ? {} : { readAfter };
    const live = await this.ports.views.of(redemptionSheet, tenant, after);
    const now = await live.get(redemptionId);
    const { position } = live;
    if (now === undefined) return { position, redemptions: [] };
    if (!reading.sees('redemption/read', aboutIts(now), recordOf(now))) {
      return { position, redemptions: [] };
    }
    const streams = [pointsStream(tenant, now.person)];
    const then = await this.#one(query, redemptionSheet, redemptionId, streams);
    const { doc } = then;
    return { position: then.position, redemptions: doc === undefined ? [] : [doc] };
  }
}

/** Asked before anything is read, of what does not hang on the single record. */
function refusalOf({ question, reading }: RecognitionQuery): Rejection | undefined {
  switch (question.ask) {
    case 'wall':
    case 'recognition':
    case 'figures':
    case 'unit-figures':
      return reading.refusal('recognition/read', {}, question.ask);
    case 'programme':
      return reading.refusal('programme/read', {}, 'programme');
    case 'points':
      return reading.refusal('points/read', ownedBy(question.person), 'points');
    case 'ledger':
      return reading.refusal('ledger/read', {}, 'ledger');
    case 'own-redemptions':
      return reading.refusal('redemption/read', ownedBy(question.person), 'redemptions');
    case 'open-redemptions':
    case 'redemption':
      return undefined;
  }
}

const ownedBy = (person: string) => ({ owner: `person:${person}` });

const aboutIts = ({ person }: RedemptionSheet) => ownedBy(person);

const recordOf = ({ redemptionId }: RedemptionSheet) => `redemption:${redemptionId}`;
