import { tableOperation } from '@plumbline/exports';
import type { OpenApiPart } from '@plumbline/web';
import { ReleaseTableDto } from './http/tables.dto.ts';
import { releaseTable } from './releases.table.ts';

export const tablesPaths: OpenApiPart['paths'] = {
  '/exports/metric-releases': {
    get: tableOperation(releaseTable, {
      operationId: 'exportMetricReleases',
      summary: 'Released figures that the caller may see, as a table',
      queryDto: ReleaseTableDto,
    }),
  },
};
