import { CoverageController } from './coverage.controller.ts';
import { NotesController } from './notes.controller.ts';
import { OneToOnesController } from './one-to-ones.controller.ts';
import { RequestsController } from './requests.controller.ts';

export const peopleControllers = [
  NotesController,
  RequestsController,
  OneToOnesController,
  CoverageController,
];
