import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendAt, sendReceipt } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { packOf, templateOf } from '../settings.pins.ts';
import { refuseUnfit } from '../template/template.fit.ts';
import { SettingsAsking } from './settings.asking.ts';
import { FitQueryDto, PackIdDto, PackVersionDto, PublishRulePackDto } from './settings.dto.ts';
import { packIn } from './settings.map.ts';
import { packDetail, packVersionDetail } from './settings.present.ts';

/** How reviews are scored: a version in, and every version out as it was. */
@Controller('rule-packs')
export class RulePacksController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(SettingsAsking) private readonly settings: SettingsAsking,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  @Post()
  @Asks('review-settings/publish')
  async publish(@Body() body: PublishRulePackDto, @CurrentExchange() exchange: Exchange) {
    const { act, at, now, by, context, ifMatch } = asked(exchange, this.ports.clock, body);
    const pack = packIn(body);
    const { name: packId, version } = pack;
    const command = { type: 'PublishRulePack', act, packId, pack, at, now } as const;
    const result = await this.bus.execute(new ReviewsEnvelope(command, context, by, ifMatch));
    const location = `/rule-packs/${packId}/versions/${version}`;
    return sendReceipt(exchange.reply, result, { id: packId, location });
  }

  @Get()
  @Asks('review-settings/read')
  async list(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'packs', page: pageOf(query) } as const;
    const { position, packs = [], next } = await this.settings.ask(exchange, query, question);
    return sendAt(exchange.reply, { position, items: packs.map(packDetail), ...present({ next }) });
  }

  @Get(':packId')
  @Asks('review-settings/read')
  async read(
    @Param() { packId: id }: PackIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { position, packs: [sheet] = [] } = await this.settings.ask(exchange, query, {
      ...{ ask: 'pack', id },
    });
    if (sheet === undefined) throw new NotFound('There is no such rule pack at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    return sendAt(exchange.reply, { position, rulePack: packDetail(sheet) });
  }

  /** Of versions, which never change: whatever the point that is asked of. */
  @Get(':packId/versions/:version/fit')
  @Asks('review-settings/read')
  async fits(
    @Param() { packId: id, version }: PackVersionDto,
    @Query() { template: named }: FitQueryDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    this.settings.permit(exchange);
    const { tenant } = exchange.by;
    const [templateId = '', templateVersion] = named.split('@');
    const of = { id: templateId, version: Number(templateVersion) };
    const pack = await packOf(this.ports, tenant, { id, version: Number(version) });
    const template = await templateOf(this.ports, tenant, of);
    if (pack === undefined || template === undefined) {
      throw new NotFound('There is no such version of a rule pack, or none of a template.');
    }
    const refused = refuseUnfit(template.template, pack.pack);
    return { fits: refused === undefined, why: refused?.detail ?? null };
  }

  @Get(':packId/versions/:version')
  @Asks('review-settings/read')
  async version(
    @Param() { packId: id, version }: PackVersionDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { position, packVersion } = await this.settings.ask(exchange, query, {
      ...{ ask: 'pack-version', id, version: Number(version) },
    });
    if (packVersion === undefined) {
      throw new NotFound('There is no such version of a rule pack at this point.');
    }
    return sendAt(exchange.reply, { position, rulePackVersion: packVersionDetail(packVersion) });
  }
}
