import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { AssociationQueryHandler } from './associations.queries.ts';
import { ChartHandler } from './charts.handler.ts';
import { ChartsQueryHandler } from './charts.queries.ts';
import { ChartTurns } from './charts.turns.ts';
import { EngagementQueryHandler } from './engagement.queries.ts';
import { EngagementReactions } from './engagement.reactions.ts';
import { AssociationsController } from './http/associations.controller.ts';
import { ChartsController } from './http/charts.controller.ts';
import { EngagementController } from './http/engagement.controller.ts';
import { MetricsController } from './http/metrics.controller.ts';
import { PayFeedController } from './http/pay-feed.controller.ts';
import { PerformanceController } from './http/performance.controller.ts';
import { ReleasesController } from './http/releases.controller.ts';
import { ReviewFiguresController } from './http/review-figures.controller.ts';
import { SatisfactionController } from './http/satisfaction.controller.ts';
import { TablesController } from './http/tables.controller.ts';
import { PayFeedQueryHandler } from './pay-feed.queries.ts';
import { PerformanceQueryHandler } from './performance.queries.ts';
import { ReleasesHandler } from './releases.handler.ts';
import { ReleasesQueryHandler } from './releases.queries.ts';
import { ReviewFiguresQueryHandler } from './review-figures.queries.ts';
import { SatisfactionQueryHandler } from './satisfaction.queries.ts';

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class AnalyticsModule {
  static with(ports: AnalyticsPorts): DynamicModule {
    const { transactor, views, sealer, clock, access, exporter } = ports;
    const own = { transactor, views, sealer, clock, access, exporter };
    return {
      module: AnalyticsModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ...[SatisfactionController, MetricsController, ReleasesController, ChartsController],
        ...[AssociationsController, TablesController, EngagementController, EngagementReactions],
        ...[PerformanceController, ReviewFiguresController, PayFeedController],
      ],
      providers: [
        { provide: analyticsPorts, useValue: own },
        SatisfactionQueryHandler,
        ReleasesHandler,
        ReleasesQueryHandler,
        EngagementQueryHandler,
        ChartHandler,
        ChartsQueryHandler,
        ChartTurns,
        AssociationQueryHandler,
        PerformanceQueryHandler,
        ReviewFiguresQueryHandler,
        PayFeedQueryHandler,
      ],
    };
  }
}
