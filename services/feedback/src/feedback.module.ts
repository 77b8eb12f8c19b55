import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { present } from '@plumbline/kernel';
import { SlaBreaches } from './cases.breaches.ts';
import { CasesQueryHandler } from './cases.queries.ts';
import { CustomersQueryHandler } from './customers.queries.ts';
import { FeedbackHandler } from './feedback.handler.ts';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { FeedbackReactions } from './feedback.reactions.ts';
import { casesControllers } from './http/cases.controllers.ts';
import { customersControllers } from './http/customers.controllers.ts';
import { peopleControllers } from './http/people.controllers.ts';
import { PeopleAsking } from './http/people.asking.ts';
import { RecognitionAsking } from './http/recognition.asking.ts';
import { recognitionControllers } from './http/recognition.controllers.ts';
import { surveysControllers } from './http/surveys.controllers.ts';
import { TablesController } from './http/tables.controller.ts';
import { RequestLapses } from './people.lapses.ts';
import { PeopleQueryHandler } from './people.queries.ts';
import { AllowanceMonths } from './recognition.months.ts';
import { RecognitionQueryHandler } from './recognition.queries.ts';
import { RecognitionReactions } from './recognition.reactions.ts';
import { SurveysQueryHandler } from './surveys.queries.ts';
import { SurveyReleases } from './surveys.releases.ts';

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class FeedbackModule {
  static with(ports: FeedbackPorts): DynamicModule {
    const { transactor, views, sealer, staging, keys, clock, access, exporter, logger } = ports;
    const needed = { transactor, views, sealer, staging, keys, clock, access, exporter };
    const own = { ...needed, ...present({ logger }) };
    return {
      module: FeedbackModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ...customersControllers,
        ...peopleControllers,
        ...recognitionControllers,
        ...casesControllers,
        ...surveysControllers,
        TablesController,
        FeedbackReactions,
        RecognitionReactions,
      ],
      providers: [
        { provide: feedbackPorts, useValue: own },
        FeedbackHandler,
        PeopleQueryHandler,
        CustomersQueryHandler,
        PeopleAsking,
        RequestLapses,
        RecognitionQueryHandler,
        RecognitionAsking,
        AllowanceMonths,
        CasesQueryHandler,
        SlaBreaches,
        SurveysQueryHandler,
        SurveyReleases,
      ],
    };
  }
}
