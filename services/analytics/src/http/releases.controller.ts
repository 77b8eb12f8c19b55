import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, sendAt, sendReceipt, timesOf } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { ReleasesEnvelope } from '../releases.handler.ts';
import type { ReleaseAsked } from '../releases.preparing.ts';
import { askReleases } from './releases.asking.ts';
import { FigureIdDto, PublishReleaseDto, ReleaseIdDto, ReleasesQueryDto } from './releases.dto.ts';
import { PublishRatingsDto, RestateReleaseDto } from './releases.dto.ts';
import { figureDetail, releaseDetail, releaseSummary } from './releases.present.ts';

/** Figures as they may be shown: shape in, command out; what was shown, and why. */
@Controller('metric-releases')
export class ReleasesController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) readonly bus: QueryBus,
    @Inject(analyticsPorts) readonly ports: AnalyticsPorts,
  ) {}

  @Post()
  @Asks('release/publish')
  async publish(@Body() body: PublishReleaseDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, body);
    const { question, scale, from, until, dimensions = [] } = body;
    const [metric = '', version] = body.metric.split('@');
    return this.#send(exchange, call, {
      type: 'PublishRelease',
      ...{ ...newRelease(call), metric, from, until, dimensions, ...asOfIn(exchange, body) },
      ...present({ question, version: version === undefined ? undefined : Number(version) }),
      ...(scale === undefined ? {} : { scale: { min: scale.min, max: scale.max } }),
    });
  }

  @Post('ratings')
  @Asks('release/publish-ratings')
  async publishRatings(@Body() body: PublishRatingsDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.ports.clock, body);
    const { cycle, calibration = 'after', dimensions = [] } = body;
    const [metric = '', version] = body.metric.split('@');
    return this.#send(exchange, call, {
      type: 'PublishRatings',
      ...{ ...newRelease(call), metric, cycle, calibration, dimensions },
      ...asOfIn(exchange, body),
      ...present({ version: version === undefined ? undefined : Number(version) }),
    });
  }

  @Post(':releaseId/restate')
  @Asks('release/restate')
  async restate(
    @Param() { releaseId: ref }: ReleaseIdDto,
    @Body() body: RestateReleaseDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.ports.clock, body);
    const command = { ...newRelease(call), ref, ...asOfIn(exchange, body) };
    return this.#send(exchange, call, { type: 'RestateRelease', ...command });
  }

  @Get()
  @Asks('release/read')
  async releases(@Query() query: ReleasesQueryDto, @CurrentExchange() exchange: Exchange) {
    const { metric, question, from, until } = query;
    const filter = present({ metric, question, from, until });
    const ask = { ask: 'releases', filter, page: pageOf(query) } as const;
    const { position, releases = [], next } = await askReleases(this, exchange, query, ask);
    const items = releases.map(({ sheet }) => releaseSummary(sheet));
    return sendAt(exchange.reply, { position, items, ...present({ next }) });
  }

  @Get(':releaseId')
  @Asks('release/read')
  async release(
    @Param() { releaseId }: ReleaseIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await askReleases(this, exchange, query, { ask: 'release', releaseId });
    const { position, releases: [release] = [] } = answer;
    if (release === undefined) throw new NotFound('There is no such release at this point.');
    return sendAt(exchange.reply, { position, release: releaseDetail(release) });
  }

  /** Why this number? */
  @Get(':releaseId/figures/:figure')
  @Asks('release/read')
  async figure(
    @Param() { releaseId, figure }: FigureIdDto,
    @Query() query: PageDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const page = pageOf(query);
    const ask = { ask: 'figure', releaseId, figure: Number(figure), page } as const;
    const {
      position,
      releases: [release] = [],
      traced,
    } = await askReleases(this, exchange, query, ask);
    if (release === undefined || traced === undefined) {
      throw new NotFound('There is no such figure, or it is not for everybody.');
    }
    return sendAt(exchange.reply, { position, ...figureDetail(release, Number(figure), traced) });
  }

  async #send(exchange: Exchange, { context, ifMatch, by }: Asked, command: ReleaseAsked) {
    const envelope = new ReleasesEnvelope(command, context, by, ifMatch);
    const result = await this.commands.execute(envelope);
    const { releaseId: id } = command;
    return sendReceipt(exchange.reply, result, { id, location: `/metric-releases/${id}` });
  }
}

function newRelease({ act, at, now, by }: Asked) {
  return { act, at, now, releaseId: derivedId(by.tenant, 'metric-release', act) };
}

/** Until when what was recorded is counted. */
function asOfIn({ request }: Exchange, { asOf }: { readonly asOf?: string }) {
  const { asOf: read } = timesOf(request, { asOf });
  return read === undefined ? {} : { asOf: read };
}
