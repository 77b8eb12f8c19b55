import type { OpenApiPart } from '@plumbline/web';
import { satisfactionPaths, satisfactionSchemas } from './satisfaction.openapi.ts';

export const analyticsOpenApi: OpenApiPart = {
  tag: {
    name: 'analytics',
    description: 'What comes of it all, in figures: how satisfied customers are.',
  },
  schemas: {
    Position: {
      type: ['string', 'null'],
      description: 'Where in the order of everything recorded the answer was taken. Opaque.',
    },
    ...satisfactionSchemas,
  },
  paths: { ...satisfactionPaths },
};
