import { CasesController } from './cases.controller.ts';
import { ServiceLevelsController } from './service-levels.controller.ts';

export const casesControllers = [ServiceLevelsController, CasesController];
