import { tableOperation } from '@plumbline/exports';
import type { OpenApiPart } from '@plumbline/web';
import { goalTable, readingTable } from './goals.tables.ts';
import { GoalTableDto, ReadingTableDto } from './http/tables.dto.ts';

export const tablesPaths: OpenApiPart['paths'] = {
  '/exports/goals': {
    get: tableOperation(goalTable, {
      operationId: 'exportGoals',
      summary: 'Goals that the caller may see, as a table',
      queryDto: GoalTableDto,
    }),
  },
  '/exports/kpi-readings': {
    get: tableOperation(readingTable, {
      operationId: 'exportKpiReadings',
      summary: 'Readings of KPIs that the caller may see, as a table',
      queryDto: ReadingTableDto,
    }),
  },
};
