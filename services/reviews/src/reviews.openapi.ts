import type { OpenApiPart } from '@plumbline/web';
import { settingsPaths, settingsSchemas } from './settings.openapi.ts';

export const reviewsOpenApi: OpenApiPart = {
  tag: {
    name: 'reviews',
    description: 'What reviews ask, and how they are scored.',
  },
  schemas: { ...settingsSchemas },
  paths: { ...settingsPaths },
};
