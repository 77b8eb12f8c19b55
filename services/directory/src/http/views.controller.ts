import { createReading } from '@plumbline/access';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { NotFound, present } from '@plumbline/kernel';
import type { Action } from '@plumbline/organization';
import { reveal } from '@plumbline/privacy';
import { Asks, callerOf, CurrentExchange, entityTag, rejected, sendAt } from '@plumbline/web';
import { timesOf, type Exchange } from '@plumbline/web';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { directoryPorts, type DirectoryPorts } from '../directory.handler.ts';
import { DirectoryQuery } from '../directory.queries.ts';
import type { DirectoryAnswer, DirectoryQuestion } from '../directory.queries.ts';
import { historyItems, personCard, personDetail, postItem } from './directory.present.ts';
import { reorganisationItem, unitItem } from './directory.present.ts';
import { PeopleQueryDto, PersonDto, PostDto, PostsQueryDto, ReorganisationDto } from './params.ts';
import { TeamQueryDto, UnitDto } from './params.ts';

/** Questions on people and the structure: shape in, view out, revealed after the check. */
@Controller()
export class ViewsController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(directoryPorts) private readonly ports: DirectoryPorts,
  ) {}

  @Get('people')
  @Asks('person/read')
  async people(@Query() query: PeopleQueryDto, @CurrentExchange() exchange: Exchange) {
    const { unit, post, below, person } = query;
    const filter = present({
      persons: person,
      unit,
      post,
      below: below === undefined ? undefined : below === 'true',
    });
    const question = { ask: 'people', filter, page: pageOf(query) } as const;
    const answer = await this.#ask(exchange, query, 'person/read', question);
    const { people = [], standing } = answer;
    return this.#list(
      exchange,
      answer,
      people.map((one) => personCard(one, standing)),
    );
  }

  @Get('people/:person')
  @Asks('person/read')
  async person(
    @Param() { person }: PersonDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, 'person/read', { ask: 'person', person });
    const [sheet] = answer.people ?? [];
    if (sheet === undefined) throw new NotFound('Nobody is known here by this name at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const shown = answer.details === true ? personDetail : personCard;
    return this.#one(exchange, answer, { person: shown(sheet, answer.standing) });
  }

  @Get('people/:person/team')
  @Asks('person/read')
  async team(
    @Param() { person }: PersonDto,
    @Query() query: TeamQueryDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = {
      ask: 'team',
      person,
      all: query.all === 'true',
      page: pageOf(query),
    } as const;
    const answer = await this.#ask(exchange, query, 'person/read', question);
    const { people = [], standing } = answer;
    return this.#list(
      exchange,
      answer,
      people.map((one) => personCard(one, standing)),
    );
  }

  @Get('people/:person/managers')
  @Asks('person/read')
  async managers(
    @Param() { person }: PersonDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, 'person/read', { ask: 'managers', person });
    const { people = [], standing } = answer;
    return this.#list(
      exchange,
      answer,
      people.map((one) => personCard(one, standing)),
    );
  }

  @Get('people/:person/history')
  @Asks('person/read-details')
  async history(
    @Param() { person }: PersonDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'history', person } as const;
    const answer = await this.#ask(exchange, query, 'person/read', question);
    if (answer.history === undefined) {
      throw new NotFound('Nobody is known here by this name at this point.');
    }
    return this.#one(exchange, answer, { items: historyItems(answer.history) });
  }

  /** The organisation of a day in figures, unit by unit. */
  @Get('organization')
  @Asks('structure/read')
  async organization(@Query() query: TimesDto, @CurrentExchange() exchange: Exchange) {
    const answer = await this.#ask(exchange, query, 'structure/read', { ask: 'organization' });
    return this.#one(exchange, answer, { organization: answer.shape });
  }

  @Get('units')
  @Asks('structure/read')
  async units(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'units', page: pageOf(query) } as const;
    const answer = await this.#ask(exchange, query, 'structure/read', question);
    const { units = [], standing } = answer;
    return this.#list(
      exchange,
      answer,
      units.map((one) => unitItem(one, standing)),
    );
  }

  @Get('units/:unit')
  @Asks('structure/read')
  async unit(
    @Param() { unit }: UnitDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, 'structure/read', { ask: 'unit', unit });
    const [sheet] = answer.units ?? [];
    if (sheet === undefined) throw new NotFound('There is no such unit at this point.');
    return this.#one(exchange, answer, { unit: unitItem(sheet, answer.standing) });
  }

  @Get('posts')
  @Asks('structure/read')
  async posts(@Query() query: PostsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { unit, manager } = query;
    const question = {
      ask: 'posts',
      filter: present({ unit, manager }),
      page: pageOf(query),
    } as const;
    const answer = await this.#ask(exchange, query, 'structure/read', question);
    const { posts = [], standing } = answer;
    return this.#list(
      exchange,
      answer,
      posts.map((one) => postItem(one, standing)),
    );
  }

  @Get('posts/:post')
  @Asks('structure/read')
  async post(
    @Param() { post }: PostDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, 'structure/read', { ask: 'post', post });
    const [sheet] = answer.posts ?? [];
    if (sheet === undefined) throw new NotFound('There is no such post at this point.');
    return this.#one(exchange, answer, { post: postItem(sheet, answer.standing) });
  }

  @Get('reorganisations')
  @Asks('structure/read')
  async reorganisations(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'reorganisations', page: pageOf(query) } as const;
    const answer = await this.#ask(exchange, query, 'structure/read', question);
    const { reorganisations = [] } = answer;
    return this.#list(exchange, answer, reorganisations.map(reorganisationItem));
  }

  @Get('reorganisations/:reorganisation')
  @Asks('structure/read')
  async reorganisation(
    @Param() { reorganisation }: ReorganisationDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'reorganisation', reorganisation } as const;
    const answer = await this.#ask(exchange, query, 'structure/read', question);
    const [sheet] = answer.reorganisations ?? [];
    if (sheet === undefined) throw new NotFound('There is no such reorganisation at this point.');
    return this.#one(exchange, answer, { reorganisation: reorganisationItem(sheet) });
  }

  async #ask(exchange: Exchange, query: TimesDto, action: Action, question: DirectoryQuestion) {
    const { access } = this.ports;
    const asking = callerOf(exchange);
    const reading = createReading(access, asking);
    const refused = reading.refusal(action, {}, '');
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, query);
    const answer = await this.bus.execute(
      new DirectoryQuery(asking.tenant, question, times, reading),
    );
    if (answer.refused !== undefined) throw rejected(answer.refused);
    return answer;
  }

  #list(exchange: Exchange, answer: DirectoryAnswer, items: readonly object[]) {
    return this.#one(exchange, answer, { items, ...present({ next: answer.next }) });
  }

  /** With the day that it is about, and the position that it was taken at. */
  async #one({ by, reply }: Exchange, { position, standing }: DirectoryAnswer, body: object) {
    const revealed = await reveal(this.ports.sealer, by.tenant, body);
    return sendAt(reply, { position, on: standing.on, ...(revealed as object) });
  }
}
