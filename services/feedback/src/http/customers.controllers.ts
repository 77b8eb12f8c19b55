import { ResponsesImportController } from './responses-import.controller.ts';
import { ResponsesController } from './responses.controller.ts';

/** `customer-responses/import` is taken before an id of that name could be. */
export const customersControllers = [ResponsesImportController, ResponsesController];
