import { PointsController } from './points.controller.ts';
import { ProgrammeController } from './programme.controller.ts';
import { RecognitionsController } from './recognitions.controller.ts';

export const recognitionControllers = [
  ProgrammeController,
  RecognitionsController,
  PointsController,
];
