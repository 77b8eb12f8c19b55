import type { OpenApiPart } from '@plumbline/web';
import { associationsPaths, associationsSchemas } from './associations.openapi.ts';
import { chartsPaths, chartsSchemas } from './charts.openapi.ts';
import { engagementPaths, engagementSchemas } from './engagement.openapi.ts';
import { releasesPaths, releasesSchemas } from './releases.openapi.ts';
import { satisfactionPaths, satisfactionSchemas } from './satisfaction.openapi.ts';
import { tablesPaths } from './tables.openapi.ts';

export const analyticsOpenApi: OpenApiPart = {
  tag: {
    name: 'analytics',
    description:
      'What comes of it all, in figures: how satisfied customers are, what surveys came to, what was ' +
      'released of it, and charts that say when it changes.',
  },
  schemas: {
    ...{ ...satisfactionSchemas, ...releasesSchemas, ...engagementSchemas },
    ...{ ...chartsSchemas, ...associationsSchemas },
  },
  paths: {
    ...{ ...satisfactionPaths, ...releasesPaths, ...engagementPaths },
    ...{ ...chartsPaths, ...associationsPaths, ...tablesPaths },
  },
};
