import { SurveyPageController } from './surveys.page.controller.ts';
import { SurveysController } from './surveys.controller.ts';

export const surveysControllers = [SurveysController, SurveyPageController];
