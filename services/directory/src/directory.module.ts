import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { present } from '@plumbline/kernel';
import { DirectoryHandler, directoryPorts, type DirectoryPorts } from './directory.handler.ts';
import { DirectoryImport } from './directory.import.ts';
import { DirectoryQueryHandler } from './directory.queries.ts';
import { DirectoryReactions } from './directory.reactions.ts';
import { MailReactions } from './mail.reactions.ts';
import { AccessController } from './http/access.controller.ts';
import { ImportController } from './http/import.controller.ts';
import { PeopleController } from './http/people.controller.ts';
import { StructureController } from './http/structure.controller.ts';
import { ViewsController } from './http/views.controller.ts';

/** The service as a Nest module: in a process of its own, or within an application of yours. */
export class DirectoryModule {
  static with(ports: DirectoryPorts): DynamicModule {
    const { transactor, views, sealer, clock, access, postbox } = ports;
    const own = { transactor, views, sealer, clock, access, ...present({ postbox }) };
    return {
      module: DirectoryModule,
      imports: [CqrsModule.forRoot()],
      // The bulk routes first: `people/import` would otherwise be taken for a person's id.
      controllers: [
        ImportController,
        PeopleController,
        StructureController,
        ViewsController,
        AccessController,
        ...[DirectoryReactions, MailReactions],
      ],
      providers: [
        { provide: directoryPorts, useValue: own },
        DirectoryHandler,
        DirectoryImport,
        DirectoryQueryHandler,
      ],
    };
  }
}
