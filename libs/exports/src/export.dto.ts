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
