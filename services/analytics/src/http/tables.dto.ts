import { AfterPlace, InFormat, InParts, TableDto, WithHeader } from '@plumbline/exports';
import { Day, Metric, Optional } from '@plumbline/web/shapes';
import { SatisfactionQueryDto } from './satisfaction.dto.ts';

export class ReleaseTableDto extends TableDto {
  @Optional() @Metric() metric?: string;
  @Optional() @Metric() question?: string;
  /** Of releases that have some day from then on, or until then. */
  @Optional() @Day() from?: string;
  @Optional() @Day() until?: string;
}

/** Asks as `/satisfaction` does. */
export class SatisfactionTableDto extends SatisfactionQueryDto implements TableDto {
  @InFormat() format?: NonNullable<TableDto['format']>;
  @WithHeader() header?: NonNullable<TableDto['header']>;
  @InParts() limit?: string;
  @AfterPlace() after?: string;
}
