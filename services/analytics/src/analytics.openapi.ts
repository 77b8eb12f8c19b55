import type { OpenApiPart } from '@plumbline/web';
import { associationsPaths, associationsSchemas } from './associations.openapi.ts';
import { chartsPaths, chartsSchemas } from './charts.openapi.ts';
import { engagementPaths, engagementSchemas } from './engagement.openapi.ts';
import { performancePaths, performanceSchemas } from './performance.openapi.ts';
import { releasesPaths, releasesSchemas } from './releases.openapi.ts';
import { reviewFiguresPaths, reviewFiguresSchemas } from './review-figures.openapi.ts';
import { satisfactionPaths, satisfactionSchemas } from './satisfaction.openapi.ts';
import { tablesPaths } from './tables.openapi.ts';

export const analyticsOpenApi: OpenApiPart = {
  tag: {
    name: 'analytics',
    description:
      'What comes of it all, in figures: how satisfied customers are, what surveys came to, what was ' +
      'released of it, charts that say when it changes, and how people perform and are rated.',
  },
  schemas: {
    ...{ ...satisfactionSchemas, ...releasesSchemas, ...engagementSchemas },
    ...{ ...chartsSchemas, ...associationsSchemas },
    ...{ ...performanceSchemas, ...reviewFiguresSchemas },
  },
  paths: {
    ...{ ...satisfactionPaths, ...releasesPaths, ...engagementPaths },
    ...{ ...chartsPaths, ...associationsPaths, ...tablesPaths },
    ...{ ...performancePaths, ...reviewFiguresPaths },
  },
};
