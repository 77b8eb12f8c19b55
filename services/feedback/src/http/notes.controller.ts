import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import type { NoteCommand } from '../note/note.commands.ts';
import type { NoteFilter } from '../people.queries.ts';
import { meOf, PeopleAsking } from './people.asking.ts';
import { GiveFeedbackDto, RetractFeedbackDto, WidenVisibilityDto } from './people.dto.ts';
import { linkOf, told } from './people.map.ts';
import { NoteIdDto, NotesQueryDto } from './people.params.ts';
import { noteDetail } from './people.present.ts';

const readings = [
  'feedback/read-received',
  'feedback/read-given',
  'feedback/read-as-manager',
  'feedback/read-public',
] as const;

/** Notes of feedback: shape in, command out; question in, view out. No rule is decided here. */
@Controller('feedback/notes')
export class NotesController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(feedbackPorts) ports: FeedbackPorts,
    @Inject(PeopleAsking) private readonly people: PeopleAsking,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('feedback/give')
  async give(@Body() body: GiveFeedbackDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const noteId = derivedId(call.by.tenant, 'note', call.act);
    const { subject, visibility, kind, message, links = [] } = body;
    const result = await this.#send(call, {
      type: 'GiveFeedback',
      ...{ noteId, author: call.by.sub, subject, visibility, kind, message, ...told(call) },
      links: links.map(linkOf),
    });
    const location = `/feedback/notes/${noteId}`;
    return sendReceipt(exchange.reply, result, { id: noteId, location });
  }

  @Post(':noteId/retract')
  @Asks('feedback/give')
  async retract(
    @Param() { noteId }: NoteIdDto,
    @Body() body: RetractFeedbackDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'RetractFeedback',
      ...{ noteId, reason, by: call.by.sub, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':noteId/widen')
  @Asks('feedback/give')
  async widen(
    @Param() { noteId }: NoteIdDto,
    @Body() body: WidenVisibilityDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { to, reason } = body;
    const result = await this.#send(call, {
      type: 'WidenVisibility',
      ...{ noteId, to, by: call.by.sub, ...told(call) },
      ...present({ reason }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('feedback/read-public')
  async list(@Query() query: NotesQueryDto, @CurrentExchange() exchange: Exchange) {
    this.people.open(exchange, readings);
    const question = { ask: 'notes', filter: filterOf(query, exchange), page: pageOf(query) };
    const answer = await this.people.ask(exchange, query, { ...question, ask: 'notes' });
    const { notes = [], next } = answer;
    return this.people.answer(exchange, answer, {
      items: notes.map(noteDetail),
      ...present({ next }),
    });
  }

  @Get(':noteId')
  @Asks('feedback/read-public')
  async one(
    @Param() { noteId }: NoteIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    this.people.open(exchange, readings);
    const answer = await this.people.ask(exchange, query, { ask: 'note', noteId });
    const [sheet] = answer.notes ?? [];
    if (sheet === undefined) throw new NotFound('There is no such note at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return this.people.answer(exchange, answer, { note: noteDetail(sheet) });
  }

  #send({ context, ifMatch, by }: Asked, command: NoteCommand) {
    return this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

/** `about` and `subject` both say whom it is about: of two persons there is no note. */
function filterOf(query: NotesQueryDto, exchange: Exchange): NoteFilter {
  const { about, given, kind, stage } = query;
  const me = meOf(exchange);
  const isReceived = about !== undefined || (given === undefined && query.subject === undefined);
  const subject = query.subject ?? (isReceived ? me : undefined);
  return present({ subject, author: given === undefined ? undefined : me, kind, stage });
}
