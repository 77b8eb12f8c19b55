import { TableDto } from '@plumbline/exports';
import { Day, Metric, Optional } from '@plumbline/web/shapes';

export class ReleaseTableDto extends TableDto {
  @Optional() @Metric() metric?: string;
  @Optional() @Metric() question?: string;
  /** Of releases that have some day from then on, or until then. */
  @Optional() @Day() from?: string;
  @Optional() @Day() until?: string;
}
