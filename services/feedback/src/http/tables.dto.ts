import { AfterPlace, InFormat, InParts, WithHeader, type TableDto } from '@plumbline/exports';
import { SlaAttainmentQueryDto } from './cases.dto.ts';
import { RecognitionFiguresQueryDto } from './recognition.dto.ts';

type Format = NonNullable<TableDto['format']>;
type Header = NonNullable<TableDto['header']>;

/** Asks as `/sla-attainment` does. */
export class AttainmentTableDto extends SlaAttainmentQueryDto implements TableDto {
  @InFormat() format?: Format;
  @WithHeader() header?: Header;
  @InParts() limit?: string;
  @AfterPlace() after?: string;
}

/** Asks as `/recognitions/figures` does. */
export class RecognitionTableDto extends RecognitionFiguresQueryDto implements TableDto {
  @InFormat() format?: Format;
  @WithHeader() header?: Header;
  @InParts() limit?: string;
  @AfterPlace() after?: string;
}
