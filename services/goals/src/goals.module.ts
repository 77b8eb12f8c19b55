import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GoalsHandler } from './goals.handler.ts';
import { GoalsImport } from './goals.import.ts';
import { goalsPorts, type GoalsPorts } from './goals.ports.ts';
import { GoalsQueryHandler } from './goals.queries.ts';
import { GoalsReactions } from './goals.reactions.ts';
import { AlignmentsController } from './http/alignments.controller.ts';
import { FiguresController } from './http/figures.controller.ts';
import { GoalsController } from './http/goals.controller.ts';
import { IdeasController } from './http/ideas.controller.ts';
import { ImportController } from './http/import.controller.ts';
import { KpisController } from './http/kpis.controller.ts';
import { PlansAsking } from './http/plans.asking.ts';
import { PlansController } from './http/plans.controller.ts';
import { StrategiesController } from './http/strategies.controller.ts';
import { TablesController } from './http/tables.controller.ts';
import { ViewsController } from './http/views.controller.ts';
import { PlansQueryHandler } from './plans.queries.ts';

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class GoalsModule {
  static with(ports: GoalsPorts): DynamicModule {
    const { transactor, views, sealer, clock, access, exporter } = ports;
    const own = { transactor, views, sealer, clock, access, exporter };
    return {
      module: GoalsModule,
      imports: [CqrsModule.forRoot()],
      // The bulk routes first: `goals/import` would otherwise be taken for a goal's id.
      controllers: [
        ImportController,
        GoalsController,
        KpisController,
        ViewsController,
        StrategiesController,
        AlignmentsController,
        IdeasController,
        PlansController,
        FiguresController,
        TablesController,
        GoalsReactions,
      ],
      providers: [
        { provide: goalsPorts, useValue: own },
        GoalsHandler,
        GoalsImport,
        GoalsQueryHandler,
        PlansAsking,
        PlansQueryHandler,
      ],
    };
  }
}
