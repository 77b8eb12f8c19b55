import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, timesOf, type Caller, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { SettingsQuery } from '../settings.queries.ts';
import type { SettingsAnswer, SettingsQuestion } from '../settings.queries.ts';

/** Asks on behalf of a request, and opens the words of templates for it. */
@Injectable()
export class SettingsAsking {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  async ask(
    exchange: Exchange,
    { asOf, effectiveAt }: TimesDto,
    question: SettingsQuestion,
  ): Promise<SettingsAnswer> {
    const asking = this.permit(exchange);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    return this.bus.execute(new SettingsQuery(asking.tenant, question, times));
  }

  /** Who asks, where they may. */
  permit(exchange: Exchange): Caller {
    const asking = callerOf(exchange);
    const refused = refusalOf(this.ports, asking, 'review-settings/read', {});
    if (refused !== undefined) throw rejected(refused);
    return asking;
  }

  /** What people wrote is opened here, after the permission check. */
  async reveal<Value>({ by }: Exchange, value: Value): Promise<Value> {
    return (await reveal(this.ports.sealer, by.tenant, value)) as Value;
  }
}
