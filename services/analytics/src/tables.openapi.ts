import { tableOperation } from '@plumbline/exports';
import type { OpenApiPart } from '@plumbline/web';
import { ReleaseTableDto, SatisfactionTableDto } from './http/tables.dto.ts';
import { releaseTable } from './releases.table.ts';
import { satisfactionTable } from './satisfaction.table.ts';

export const tablesPaths: OpenApiPart['paths'] = {
  '/exports/satisfaction': {
    get: tableOperation(satisfactionTable, {
      operationId: 'exportSatisfaction',
      summary: 'How satisfied customers are, as `/satisfaction` tells it, as a table',
      refuses: true,
      queryDto: SatisfactionTableDto,
    }),
  },
  '/exports/metric-releases': {
    get: tableOperation(releaseTable, {
      operationId: 'exportMetricReleases',
      summary: 'Released figures that the caller may see, as a table',
      queryDto: ReleaseTableDto,
    }),
  },
};
