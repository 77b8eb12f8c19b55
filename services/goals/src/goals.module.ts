import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { gate } from '@plumbline/feed';
import { projected } from '@plumbline/views';
import { context, goalsCodec } from './facts.ts';
import { GoalsHandler, goalsPorts, type GoalsPorts } from './goals.handler.ts';
import { GoalsImport } from './goals.import.ts';
import { publish } from './goals.publish.ts';
import { GoalsQueryHandler } from './goals.queries.ts';
import { GoalsReactions } from './goals.reactions.ts';
import { GoalsController } from './http/goals.controller.ts';
import { ImportController } from './http/import.controller.ts';
import { KpisController } from './http/kpis.controller.ts';
import { ViewsController } from './http/views.controller.ts';
import { goalPeriod } from './views/goal-period.ts';
import { goalSheet } from './views/goal-sheet.ts';
import { kpiSheet } from './views/kpi-sheet.ts';

/** What the engine runs for this context: its views, and the gate to what others may see. */
export const goalsParts = {
  context,
  views: [
    projected(goalSheet, goalsCodec),
    projected(goalPeriod, goalsCodec),
    projected(kpiSheet, goalsCodec),
  ],
  gates: [gate(goalsCodec, publish)],
};

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class GoalsModule {
  static with(ports: GoalsPorts): DynamicModule {
    const { transactor, views, sealer, clock } = ports;
    return {
      module: GoalsModule,
      imports: [CqrsModule.forRoot()],
      // The bulk routes first: `goals/import` would otherwise be taken for a goal's id.
      controllers: [
        ImportController,
        GoalsController,
        KpisController,
        ViewsController,
        GoalsReactions,
      ],
      providers: [
        { provide: goalsPorts, useValue: { transactor, views, sealer, clock } },
        GoalsHandler,
        GoalsImport,
        GoalsQueryHandler,
      ],
    };
  }
}
