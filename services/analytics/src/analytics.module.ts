import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { SatisfactionController } from './http/satisfaction.controller.ts';
import { SatisfactionQueryHandler } from './satisfaction.queries.ts';

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class AnalyticsModule {
  static with({ views, access }: AnalyticsPorts): DynamicModule {
    return {
      module: AnalyticsModule,
      imports: [CqrsModule.forRoot()],
      controllers: [SatisfactionController],
      providers: [
        { provide: analyticsPorts, useValue: { views, access } },
        SatisfactionQueryHandler,
      ],
    };
  }
}
