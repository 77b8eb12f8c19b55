import { tableOperation } from '@plumbline/exports';
import type { OpenApiPart } from '@plumbline/web';
import { attainmentTable, recognitionTable } from './feedback.tables.ts';
import { AttainmentTableDto, RecognitionTableDto } from './http/tables.dto.ts';

export const tablesPaths: OpenApiPart['paths'] = {
  '/exports/service-levels': {
    get: tableOperation(attainmentTable, {
      operationId: 'exportServiceLevels',
      summary:
        'How often promises to customers were kept, as `/sla-attainment` tells it, as a table',
      queryDto: AttainmentTableDto,
    }),
  },
  '/exports/recognition': {
    get: tableOperation(recognitionTable, {
      operationId: 'exportRecognition',
      summary:
        'How recognition is spread, as `/recognitions/figures` tells it, by unit, as a table',
      queryDto: RecognitionTableDto,
    }),
  },
};
