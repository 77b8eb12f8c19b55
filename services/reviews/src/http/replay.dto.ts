import { all, Optional, pageLimitDefault, TimesDto } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { findDocsMax } from '@plumbline/views';
import { languagePattern } from '../template/template.words.ts';

export const revisionsMax = 9_999;
/** The alphabet of times and of positions, and of revisions, which are short numbers. */
const pointPattern = /^[0-9A-Za-z/_.:+-]{1,64}$/;

const Revision = (): PropertyDecorator =>
  all(
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(revisionsMax),
  );

/** A point of the log, or a revision of the review as far as it went; not both. */
export class PointDto extends TimesDto {
  @Optional() @Revision() revision?: number;
}

export const renderedFormats = ['json', 'html', 'pdf'] as const;
export type RenderedFormat = (typeof renderedFormats)[number];

export class RenderedDto extends PointDto {
  @Optional() @IsIn(renderedFormats) format?: RenderedFormat;
  /** Of what the template asks, where it has it; else its default. The answer says which. */
  @Optional() @Matches(languagePattern) language?: string;
}

export class EvidenceFactsDto extends PointDto {
  /** The line as the evidence names it. */
  @IsString() @MaxLength(255) line!: string;
  /** The place in the line to go on after. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(findDocsMax)
  limit?: number = pageLimitDefault;
}

export class DifferenceDto {
  /** A revision of the review, or an instant, a day or a position. */
  @Matches(pointPattern) from!: string;
  @Matches(pointPattern) to!: string;
}
