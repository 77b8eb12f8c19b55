import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NotFound, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendAt, sendReceipt } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { PageDto, pageOf, TimesDto } from '@plumbline/web/shapes';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { SettingsAsking } from './settings.asking.ts';
import { PublishTemplateDto, TemplateIdDto, TemplateVersionDto } from './settings.dto.ts';
import { templateIn } from './settings.map.ts';
import { templateDetail, templateVersionDetail } from './settings.present.ts';

/** What reviews ask: a version in, and every version out as it was. */
@Controller('review-templates')
export class TemplatesController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(SettingsAsking) private readonly settings: SettingsAsking,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  @Post()
  @Asks('review-settings/publish')
  async publish(@Body() body: PublishTemplateDto, @CurrentExchange() exchange: Exchange) {
    const { act, at, now, by, context, ifMatch } = asked(exchange, this.ports.clock, body);
    const template = templateIn(body);
    const { name: templateId, version } = template;
    const { words } = body;
    const told = { act, templateId, at, now };
    const command = { type: 'PublishTemplate', ...told, template, words } as const;
    const result = await this.bus.execute(new ReviewsEnvelope(command, context, by, ifMatch));
    const location = `/review-templates/${templateId}/versions/${version}`;
    return sendReceipt(exchange.reply, result, { id: templateId, location });
  }

  @Get()
  @Asks('review-settings/read')
  async list(@Query() query: PageDto, @CurrentExchange() exchange: Exchange) {
    const question = { ask: 'templates', page: pageOf(query) } as const;
    const { position, templates = [], next } = await this.settings.ask(exchange, query, question);
    const items = await this.settings.reveal(exchange, templates.map(templateDetail));
    return sendAt(exchange.reply, { position, items, ...present({ next }) });
  }

  @Get(':templateId')
  @Asks('review-settings/read')
  async read(
    @Param() { templateId: id }: TemplateIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { position, templates: [sheet] = [] } = await this.settings.ask(exchange, query, {
      ...{ ask: 'template', id },
    });
    if (sheet === undefined) throw new NotFound('There is no such template at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const reviewTemplate = await this.settings.reveal(exchange, templateDetail(sheet));
    return sendAt(exchange.reply, { position, reviewTemplate });
  }

  @Get(':templateId/versions/:version')
  @Asks('review-settings/read')
  async version(
    @Param() { templateId: id, version }: TemplateVersionDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { position, templateVersion: sheet } = await this.settings.ask(exchange, query, {
      ...{ ask: 'template-version', id, version: Number(version) },
    });
    if (sheet === undefined) {
      throw new NotFound('There is no such version of a template at this point.');
    }
    const reviewTemplateVersion = await this.settings.reveal(
      exchange,
      templateVersionDetail(sheet),
    );
    return sendAt(exchange.reply, { position, reviewTemplateVersion });
  }
}
