import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, type Position } from '@plumbline/kernel';
import { everyOf, type AskedTimes, type PageRequest, type ViewReader } from '@plumbline/views';
import { seesResponse } from './customers.permission.ts';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { customerResponseStream } from './feedback.streams.ts';
import { loopOf, responseSheet, type ResponseSheet } from './views/response-sheet.ts';

export interface ResponseFilter {
  readonly location?: string;
  readonly touchpoint?: string;
  readonly channel?: string;
  readonly source?: string;
  /** Attributed to the unit itself. */
  readonly unit?: string;
  readonly person?: string;
  readonly loop?: 'open' | 'closed';
}

/** What can be asked of customers' responses, one by one. */
export type CustomersQuestion =
  | { readonly ask: 'responses'; readonly filter: ResponseFilter; readonly page: PageRequest }
  | { readonly ask: 'response'; readonly responseId: string };

export interface CustomersAnswer {
  readonly position: Position | null;
  readonly responses?: readonly ShownResponse[];
  readonly next?: string;
}

export interface ShownResponse {
  readonly sheet: ResponseSheet;
  /** Whose disputes the caller reads in words: what they say is not for others with a share. */
  readonly disputesOf: ReadonlySet<string>;
}

/** Every question on customers goes over the bus in this one envelope. */
export class CustomersQuery extends Query<CustomersAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: CustomersQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

/** So many responses are looked at for one page: who may read few of them asks for the next. */
export const looksMax = 5_000;

@QueryHandler(CustomersQuery)
export class CustomersQueryHandler implements IQueryHandler<CustomersQuery> {
  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {}

  async execute(query: CustomersQuery): Promise<CustomersAnswer> {
    const answer = await this.#answer(query);
    await query.reading.recorded();
    return answer;
  }

  async #answer(query: CustomersQuery): Promise<CustomersAnswer> {
    const { question } = query;
    return question.ask === 'responses'
      ? this.#responses(query, question.filter, question.page)
      : this.#response(query, question.responseId);
  }

  async #responses(
    { tenant, times, reading }: CustomersQuery,
    filter: ResponseFilter,
    page: PageRequest,
  ): Promise<CustomersAnswer> {
    const { views } = this.ports;
    const reader = await views.of(responseSheet, tenant, times);
    const isNow = times.asOf === undefined && times.effectiveAt === undefined;
    // Who may read a response is asked of it as it stands now, also for a list of earlier.
    const now = isNow ? undefined : await views.of(responseSheet, tenant, {});
    const found = await findResponses(reader, filter, page, async (sheet) => {
      return this.#sees(reading, (await now?.get(sheet.responseId)) ?? sheet);
    });
    const { responses, next } = found;
    const shown = responses.map((sheet) => shownTo(reading, sheet));
    return { position: reader.position, responses: shown, ...present({ next }) };
  }

  /** One response at an earlier point is folded from its own stream: the log is not replayed. */
  async #response(
    { tenant, times, reading }: CustomersQuery,
    responseId: string,
  ): Promise<CustomersAnswer> {
    const { views } = this.ports;
    const { readAfter, ...earlier } = times;
    const reader = await views.of(responseSheet, tenant, readAfter ? { readAfter } : {});
    const { position } = reader;
    const now = await reader.get(responseId);
    if (now === undefined || !this.#sees(reading, now)) return { position, responses: [] };
    if (earlier.asOf === undefined && earlier.effectiveAt === undefined) {
      return { position, responses: [shownTo(reading, now)] };
    }
    const streams = [customerResponseStream(tenant, responseId)];
    const folded = await views.fold(responseSheet, responseId, streams, earlier);
    const { doc } = folded;
    const responses = doc === undefined ? [] : [shownTo(reading, doc)];
    return { position: folded.position, responses };
  }

  #sees(reading: Reading, { responseId, shares, disputes }: ResponseSheet): boolean {
    const by = disputes.map(({ person }) => ({ by: person }));
    return seesResponse(reading, { shares, disputes: by }, `response:${responseId}`);
  }
}

function shownTo(reading: Reading, sheet: ResponseSheet): ShownResponse {
  const record = `response:${sheet.responseId}`;
  const people = sheet.disputes.map(({ person }) => person);
  const seen = people.filter((person) => {
    return reading.sees('response/read', { owner: `person:${person}` }, record);
  });
  return { sheet, disputesOf: new Set(seen) };
}

/** The narrowest index first; the rest of a filter is looked at one by one. */
async function findResponses(
  reader: ViewReader<ResponseSheet>,
  filter: ResponseFilter,
  { limit, after }: PageRequest,
  sees: (sheet: ResponseSheet) => Promise<boolean>,
): Promise<{ readonly responses: readonly ResponseSheet[]; readonly next?: string }> {
  const responses: ResponseSheet[] = [];
  let looks = 0;
  const page = after === undefined ? { limit: lookedTogether } : { limit: lookedTogether, after };
  for await (const { key, doc } of everyOf(reader, narrowest(filter), page)) {
    looks += 1;
    if (fits(doc, filter) && (await sees(doc))) responses.push(doc);
    if (responses.length === limit || looks === looksMax) return { responses, next: key };
  }
  return { responses };
}

const lookedTogether = 250;

function narrowest(filter: ResponseFilter) {
  const names = ['person', 'unit', 'location', 'touchpoint', 'channel', 'source', 'loop'] as const;
  const index = names.find((name) => filter[name] !== undefined);
  const value = index === undefined ? undefined : filter[index];
  return index === undefined || value === undefined ? 'all' : { index, value };
}

function fits(sheet: ResponseSheet, filter: ResponseFilter): boolean {
  const { location, touchpoint, channel, source, unit, person, loop } = filter;
  return (
    (location === undefined || sheet.location === location) &&
    (touchpoint === undefined || sheet.touchpoint === touchpoint) &&
    (channel === undefined || sheet.channel === channel) &&
    (source === undefined || sheet.source === source) &&
    (unit === undefined || sheet.shares.some((one) => 'unit' in one && one.unit === unit)) &&
    (person === undefined ||
      sheet.shares.some((one) => 'person' in one && one.person === person)) &&
    (loop === undefined || loopOf(sheet) === loop)
  );
}
