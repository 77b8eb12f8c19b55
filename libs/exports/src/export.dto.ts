import { Optional } from '@plumbline/web/shapes';
import { IsIn, Matches } from 'class-validator';
import { exportFormats } from './formats.ts';

/** Rows of one part, where parts are asked for. */
export const partRowsMax = 100_000;

/** How an export is written; what of, the query of its route says. */
export class ExportDto {
  @Optional() @IsIn(exportFormats) format?: (typeof exportFormats)[number];
  /** Whether a file of CSV begins with the names of its columns, as RFC 4180 has it. */
  @Optional() @IsIn(['present', 'absent']) header?: 'present' | 'absent';
  /** In parts of so many rows, each a file of its own. */
  @Optional()
  @Matches(new RegExp(`^([1-9]\\d{0,4}|${partRowsMax})$`), {
    message: `$property must be a number from 1 to ${partRowsMax}`,
  })
  limit?: string;
}

/** A table at a point: what was recorded by then, of what held by then. */
export class TableDto extends ExportDto {
  /** An instant, a day (its end), or a position; the newest position when it is left out. */
  @Optional() @Matches(/^\S{1,64}$/) asOf?: string;
  /** An instant or a day (its end); now, when it is left out. */
  @Optional() @Matches(/^\S{1,40}$/) effectiveAt?: string;
  /** The place of the last row that was read. */
  @Optional() @Matches(/^[0-9A-Za-z._-]{1,128}$/) after?: string;
}
