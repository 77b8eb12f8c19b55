import { ResponsesImportController } from './responses-import.controller.ts';
import { ResponsesController } from './responses.controller.ts';
import { SatisfactionController } from './satisfaction.controller.ts';

/** `customer-responses/import` is taken before an id of that name could be. */
export const customersControllers = [
  ResponsesImportController,
  ResponsesController,
  SatisfactionController,
];
