import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { present } from '@plumbline/kernel';
import { Asks, callerOf, CurrentExchange, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { AssociationQuery } from '../associations.queries.ts';
import type { Warning } from '../views/association.ts';
import { AssociationQueryDto } from './associations.dto.ts';
import { scaleOf } from './satisfaction.dto.ts';

/** What each warning says, for whoever reads nothing else. */
const warningTexts: Readonly<Record<Warning, string>> = {
  'not-a-cause': 'That two figures go together does not say that one makes the other.',
  'units-are-not-people':
    'What holds over units need not hold over the people in them (ecological fallacy).',
  confounded: 'Something else, as place, size or kind of work, may make both figures.',
  'few-units': 'There are fewer than 20 units: a single one may make the coefficient.',
  'may-be-none': 'The interval holds 0, or there is none: there may be no association at all.',
};

/** What goes together with the satisfaction of customers. */
@Controller()
export class AssociationsController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('associations')
  @Asks('association/read')
  async association(@Query() query: AssociationQueryDto, @CurrentExchange() exchange: Exchange) {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const refused = reading.refusal('association/read', {}, 'associations');
    if (refused !== undefined) throw rejected(refused);
    const { between, metric, from, until, asOf, effectiveAt } = query;
    const scale = query.scale === undefined ? undefined : scaleOf(query.scale);
    const question = { between, metric, from, until, ...present({ scale }) };
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const answer = await this.bus.execute(
      new AssociationQuery(asking.tenant, question, times, reading),
    );
    if ('refused' in answer) throw rejected(answer.refused);
    const { units, pearson, spearman, warnings } = answer.association;
    return sendAt(exchange.reply, {
      ...{ position: answer.position, between, survey: answer.survey },
      ...{ and: metric, scale: answer.scale, from, until },
      ...{ counting: 'lowest-units@1', n: units.length, pearson, spearman },
      warnings: warnings.map((code) => ({ code, text: warningTexts[code] })),
      units: units.map(({ unit, x, y }) => ({ unit, x, y })),
    });
  }
}
