import { all, Optional } from '@plumbline/web/shapes';
import { IsIn, Matches } from 'class-validator';
import { exportFormats } from './formats.ts';

/** Rows of one part, where parts are asked for. */
export const partRowsMax = 100_000;

type Format = (typeof exportFormats)[number];

export const InFormat = (): PropertyDecorator => all(Optional(), IsIn(exportFormats));

/** Whether a file of CSV begins with the names of its columns, as RFC 4180 has it. */
export const WithHeader = (): PropertyDecorator => all(Optional(), IsIn(['present', 'absent']));

/** In parts of so many rows, each a file of its own. */
export const InParts = (): PropertyDecorator =>
  all(
    Optional(),
    Matches(new RegExp(`^([1-9]\\d{0,4}|${partRowsMax})$`), {
      message: `$property must be a number from 1 to ${partRowsMax}`,
    }),
  );

/** The place of the last row that was read. */
export const AfterPlace = (): PropertyDecorator =>
  all(Optional(), Matches(/^[0-9A-Za-z._-]{1,128}$/));

/** How an export is written; what of, the query of its route says. */
export class ExportDto {
  @InFormat() format?: Format;
  @WithHeader() header?: 'present' | 'absent';
  @InParts() limit?: string;
}

/** A table at a point: what was recorded by then, of what held by then. */
export class TableDto extends ExportDto {
  /** An instant, a day (its end), or a position; the newest position when it is left out. */
  @Optional() @Matches(/^\S{1,64}$/) asOf?: string;
  /** An instant or a day (its end); now, when it is left out. */
  @Optional() @Matches(/^\S{1,40}$/) effectiveAt?: string;
  @AfterPlace() after?: string;
}
