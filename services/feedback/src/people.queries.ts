import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import type { Position, Rejection } from '@plumbline/kernel';
import { findWhere } from '@plumbline/views';
import type { AskedTimes, PageRequest, View, ViewReader } from '@plumbline/views';
import type { FeedbackFact } from './facts.ts';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { noteStream, oneToOneStream, requestStream } from './feedback.streams.ts';
import { coverageOf, type Coverage, type CoverageOf } from './people.coverage.ts';
import { waysToNote, waysToOneToOne, waysToRequest, type Way } from './people.permission.ts';
import { noteSheet, type NoteSheet } from './views/note-sheet.ts';
import { oneToOneSheet, type OneToOneSheet } from './views/one-to-one-sheet.ts';
import { requestSheet, type RequestSheet } from './views/request-sheet.ts';

export interface NoteFilter {
  /** Persons by their subjects; one of the two, or both. */
  readonly subject?: string;
  readonly author?: string;
  readonly kind?: string;
  readonly stage?: string;
}

export interface RequestFilter {
  readonly by?: string;
  readonly from?: string;
  readonly stage?: string;
}

/**
 * What can be asked of notes, requests and one-to-ones. Answers are view documents, sealed as they
 * are stored, and only those that the caller may see as they stand now, also of an earlier point.
 */
export type PeopleQuestion =
  | { readonly ask: 'notes'; readonly filter: NoteFilter; readonly page: PageRequest }
  | { readonly ask: 'note'; readonly noteId: string }
  | { readonly ask: 'requests'; readonly filter: RequestFilter; readonly page: PageRequest }
  | { readonly ask: 'request'; readonly requestId: string }
  | {
      readonly ask: 'one-to-ones';
      readonly of: string;
      readonly with?: string;
      readonly page: PageRequest;
    }
  | { readonly ask: 'one-to-one'; readonly oneToOneId: string }
  | { readonly ask: 'coverage'; readonly of: CoverageOf };

interface Answers {
  readonly notes?: readonly NoteSheet[];
  readonly requests?: readonly RequestSheet[];
  readonly meetings?: readonly OneToOneSheet[];
  readonly coverage?: Coverage;
  readonly next?: string;
  /** The caller may not see it, or it is more than one answer holds. */
  readonly refused?: Rejection;
}

export interface PeopleAnswer extends Answers {
  readonly position: Position | null;
}

/** Every question on feedback between people goes over the bus in this one envelope. */
export class PeopleQuery extends Query<PeopleAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: PeopleQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

/** What a kind of record is read by. */
interface Kind<Doc> {
  readonly view: View<Doc, FeedbackFact>;
  readonly name: string;
  idOf(doc: Doc): string;
  streamOf(tenant: string, id: string): string;
  waysTo(doc: Doc): readonly Way[];
  /** A document of an earlier point as it may be shown now. */
  shown(doc: Doc, now: Doc): Doc;
}

const notes: Kind<NoteSheet> = {
  view: noteSheet,
  name: 'note',
  idOf: ({ noteId }) => noteId,
  streamOf: noteStream,
  waysTo: waysToNote,
  // What was taken back is not shown any more, of whatever point it is asked.
  shown: (doc, now) => (now.stage === 'retracted' ? { ...doc, message: null } : doc),
};

const requests: Kind<RequestSheet> = {
  view: requestSheet,
  name: 'request',
  idOf: ({ requestId }) => requestId,
  streamOf: requestStream,
  waysTo: waysToRequest,
  shown: (doc) => doc,
};

const meetings: Kind<OneToOneSheet> = {
  view: oneToOneSheet,
  name: 'one-to-one',
  idOf: ({ oneToOneId }) => oneToOneId,
  streamOf: oneToOneStream,
  waysTo: ({ people }) => waysToOneToOne(people),
  shown: (doc) => doc,
};

interface Listing<Doc> {
  readonly position: Position | null;
  readonly docs: readonly Doc[];
  readonly next?: string;
}

@QueryHandler(PeopleQuery)
export class PeopleQueryHandler implements IQueryHandler<PeopleQuery> {
  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {}

  async execute(query: PeopleQuery): Promise<PeopleAnswer> {
    const answer = await this.#answer(query);
    await query.reading.recorded();
    return answer;
  }

  async #answer(query: PeopleQuery): Promise<PeopleAnswer> {
    const { question } = query;
    switch (question.ask) {
      case 'notes': {
        const { docs, ...rest } = await this.#notes(query, question.filter, question.page);
        return { ...rest, notes: docs };
      }
      case 'note': {
        const { docs, position } = await this.#one(query, notes, question.noteId);
        return { position, notes: docs };
      }
      case 'requests': {
        const { docs, ...rest } = await this.#requests(query, question.filter, question.page);
        return { ...rest, requests: docs };
      }
      case 'request': {
        const { docs, position } = await this.#one(query, requests, question.requestId);
        return { position, requests: docs };
      }
      case 'one-to-ones': {
        const { of, with: other, page } = question;
        const by = { index: 'people', value: of };
        const { docs, ...rest } = await this.#list(query, meetings, by, page, ({ people }) => {
          return other === undefined || people.includes(other);
        });
        return { ...rest, meetings: docs };
      }
      case 'one-to-one': {
        const { docs, position } = await this.#one(query, meetings, question.oneToOneId);
        return { position, meetings: docs };
      }
      case 'coverage':
        return coverageOf(this.ports, query, question.of);
    }
  }

  #notes(query: PeopleQuery, filter: NoteFilter, page: PageRequest): Promise<Listing<NoteSheet>> {
    const { subject, author, kind, stage } = filter;
    const by =
      subject === undefined
        ? { index: 'author', value: author ?? '' }
        : { index: 'subject', value: subject };
    return this.#list(query, notes, by, page, (note) => {
      return (
        (subject === undefined || note.subject === subject) &&
        (author === undefined || note.author === author) &&
        (kind === undefined || note.kind === kind) &&
        (stage === undefined || note.stage === stage)
      );
    });
  }

  #requests(
    query: PeopleQuery,
    filter: RequestFilter,
    page: PageRequest,
  ): Promise<Listing<RequestSheet>> {
    const { from, by, stage } = filter;
    const index =
      from === undefined ? { index: 'by', value: by ?? '' } : { index: 'from', value: from };
    return this.#list(query, requests, index, page, (request) => {
      return (
        (from === undefined || request.from === from) &&
        (by === undefined || request.by === by) &&
        (stage === undefined || request.stage === stage)
      );
    });
  }

  async #list<Doc>(
    { tenant, times, reading }: PeopleQuery,
    kind: Kind<Doc>,
    by: Parameters<ViewReader<Doc>['find']>[0],
    page: PageRequest,
    wanted: (doc: Doc) => boolean,
  ): Promise<Listing<Doc>> {
    const reader = await this.ports.views.of(kind.view, tenant, times);
    const isEarlier = times.asOf !== undefined || times.effectiveAt !== undefined;
    const standing = isEarlier ? await this.ports.views.of(kind.view, tenant, {}) : reader;
    const nowOf = async (doc: Doc) =>
      isEarlier ? ((await standing.get(kind.idOf(doc))) ?? doc) : doc;
    const found = await findWhere(reader, by, page, async (doc) => {
      return wanted(doc) && sees(reading, kind, await nowOf(doc));
    });
    const docs = await Promise.all(
      found.docs.map(async (doc) => kind.shown(doc, await nowOf(doc))),
    );
    return { ...found, docs, position: reader.position };
  }

  /** One record at an earlier point is folded from its own stream; it need not replay the log. */
  async #one<Doc>(
    { tenant, times, reading }: PeopleQuery,
    kind: Kind<Doc>,
    id: string,
  ): Promise<Listing<Doc>> {
    const { views } = this.ports;
    const { readAfter, ...earlier } = times;
    const after = readAfter === undefined ? {} : { readAfter };
    const reader = await views.of(kind.view, tenant, after);
    const { position } = reader;
    const now = await reader.get(id);
    if (now === undefined || !sees(reading, kind, now)) return { position, docs: [] };
    if (earlier.asOf === undefined && earlier.effectiveAt === undefined) {
      return { position, docs: [now] };
    }
    const folded = await views.fold(kind.view, id, [kind.streamOf(tenant, id)], earlier);
    const docs = folded.doc === undefined ? [] : [kind.shown(folded.doc, now)];
    return { position: folded.position, docs };
  }
}

function sees<Doc>(reading: Reading, kind: Kind<Doc>, now: Doc): boolean {
  const record = `${kind.name}:${kind.idOf(now)}`;
  return kind.waysTo(now).some(([action, about]) => reading.sees(action, about, record));
}
