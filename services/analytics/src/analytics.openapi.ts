import type { OpenApiPart } from '@plumbline/web';
import { associationsPaths, associationsSchemas } from './associations.openapi.ts';
import { chartsPaths, chartsSchemas } from './charts.openapi.ts';
import { releasesPaths, releasesSchemas } from './releases.openapi.ts';
import { satisfactionPaths, satisfactionSchemas } from './satisfaction.openapi.ts';
import { tablesPaths } from './tables.openapi.ts';

export const analyticsOpenApi: OpenApiPart = {
  tag: {
    name: 'analytics',
    description:
      'What comes of it all, in figures: how satisfied customers are, what was released of it, and charts that say when it changes.',
  },
  schemas: {
    ...{ ...satisfactionSchemas, ...releasesSchemas },
    ...{ ...chartsSchemas, ...associationsSchemas },
  },
  paths: {
    ...{ ...satisfactionPaths, ...releasesPaths, ...chartsPaths },
    ...{ ...associationsPaths, ...tablesPaths },
  },
};
