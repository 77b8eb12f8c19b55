import type { OpenApiPart } from '@plumbline/web';
import { pastPaths, pastSchemas } from './past.openapi.ts';
import { settingsPaths, settingsSchemas } from './settings.openapi.ts';

export const reviewsOpenApi: OpenApiPart = {
  tag: {
    name: 'reviews',
    description: 'What reviews ask, and how they are scored; and what other systems have rated.',
  },
  schemas: { ...settingsSchemas, ...pastSchemas },
  paths: { ...settingsPaths, ...pastPaths },
};
