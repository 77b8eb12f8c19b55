import type { OpenApiPart } from '@plumbline/web';
import { draftsPaths, draftsSchemas } from './drafts.openapi.ts';
import { pastPaths, pastSchemas } from './past.openapi.ts';
import { calibrationPaths } from './calibration.openapi.ts';
import { calibrationSchemas } from './calibration.schemas.ts';
import { settingsPaths, settingsSchemas } from './settings.openapi.ts';

export const reviewsOpenApi: OpenApiPart = {
  tag: {
    name: 'reviews',
    description: 'What reviews ask, and how they are scored; and what other systems have rated.',
  },
  schemas: { ...settingsSchemas, ...calibrationSchemas, ...pastSchemas, ...draftsSchemas },
  paths: { ...settingsPaths, ...calibrationPaths, ...pastPaths, ...draftsPaths },
};
