import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { present } from '@plumbline/kernel';
import { DraftQueryHandler } from './drafts.queries.ts';
import { TasksQueryHandler } from './due.queries.ts';
import { DueReminders } from './due.turns.ts';
import { DraftsController } from './http/drafts.controller.ts';
import { PastCyclesController } from './http/past-cycles.controller.ts';
import { PastReviewsController } from './http/past.controller.ts';
import { CalibrationQueryHandler } from './calibration.queries.ts';
import { CalibrationReactions } from './calibration.reactions.ts';
import { CalibrationAsking } from './http/calibration.asking.ts';
import { CalibrationController } from './http/calibration.controller.ts';
import { ReviewCyclesController } from './http/review-cycles.controller.ts';
import { ReplayAsking } from './http/replay.asking.ts';
import { ReplayController } from './http/replay.controller.ts';
import { ReviewingAsking } from './http/reviewing.asking.ts';
import { ReviewsController } from './http/reviews.controller.ts';
import { RulePacksController } from './http/rule-packs.controller.ts';
import { SettingsAsking } from './http/settings.asking.ts';
import { TasksController } from './http/tasks.controller.ts';
import { TemplatesController } from './http/templates.controller.ts';
import { PastQueryHandler } from './past.queries.ts';
import { ReviewLooking } from './reviewing.looking.ts';
import { Replay } from './replay.ts';
import { ReviewingQueryHandler } from './reviewing.queries.ts';
import { ReviewingReactions } from './reviewing.reactions.ts';
import { ReviewTurns } from './reviewing.turns.ts';
import { ReviewsHandler } from './reviews.handler.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { SettingsQueryHandler } from './settings.queries.ts';

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class ReviewsModule {
  static with(ports: ReviewsPorts): DynamicModule {
    const { transactor, views, sealer, clock, access, reminders } = ports;
    const own = { transactor, views, sealer, clock, access, ...present({ reminders }) };
    return {
      module: ReviewsModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ...[RulePacksController, TemplatesController],
        ...[PastReviewsController, PastCyclesController, DraftsController],
        ...[CalibrationController, CalibrationReactions],
        ...[ReviewCyclesController, ReplayController, ReviewsController, ReviewingReactions],
        TasksController,
      ],
      providers: [
        { provide: reviewsPorts, useValue: own },
        ReviewsHandler,
        SettingsQueryHandler,
        PastQueryHandler,
        DraftQueryHandler,
        SettingsAsking,
        ...[Replay, ReplayAsking],
        CalibrationQueryHandler,
        CalibrationAsking,
        ...[ReviewingQueryHandler, ReviewingAsking, ReviewLooking, ReviewTurns],
        ...[TasksQueryHandler, DueReminders],
      ],
    };
  }
}
