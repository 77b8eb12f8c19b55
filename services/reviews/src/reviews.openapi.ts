import type { OpenApiPart } from '@plumbline/web';
import { duePaths, dueSchemas } from './due.openapi.ts';
import { draftsPaths, draftsSchemas } from './drafts.openapi.ts';
import { pastPaths, pastSchemas } from './past.openapi.ts';
import { calibrationPaths } from './calibration.openapi.ts';
import { calibrationSchemas } from './calibration.schemas.ts';
import { reviewingPaths } from './reviewing.openapi.ts';
import { reviewingSchemas } from './reviewing.schemas.ts';
import { replayPaths, replaySchemas } from './replay.openapi.ts';
import { settingsPaths, settingsSchemas } from './settings.openapi.ts';

export const reviewsOpenApi: OpenApiPart = {
  tag: {
    name: 'reviews',
    description:
      'Review cycles and the reviews in them: what they ask, who writes, how they are scored and ' +
      'compared; and what other systems have rated.',
  },
  schemas: {
    ...{
      ...settingsSchemas,
      ...replaySchemas,
      ...reviewingSchemas,
      ...calibrationSchemas,
      ...pastSchemas,
    },
    ...{ ...draftsSchemas, ...dueSchemas },
  },
  paths: {
    ...{ ...settingsPaths, ...replayPaths, ...reviewingPaths, ...calibrationPaths },
    ...pastPaths,
    ...{ ...draftsPaths, ...duePaths },
  },
};
