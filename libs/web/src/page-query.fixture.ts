import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const queryTextLengthMax = 256;
export const pageDocsMax = 200;
export const pageDocsDefault = 50;

/** An integer in a query parameter: decimal digits and nothing else become a number. */
export function IntegerParameter(min: number, max: number): PropertyDecorator {
  const decorators = [
    IsOptional(),
    Transform(({ value }: { value: unknown }) => {
      return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    }),
    IsInt(),
    Min(min),
    Max(max),
  ];
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

/** The parameters of every query that can be asked of an earlier time. */
export class TimesQuery {
  @IsOptional() @IsString() @MaxLength(queryTextLengthMax) asOf?: string;
  @IsOptional() @IsString() @MaxLength(queryTextLengthMax) effectiveAt?: string;
}

/** The parameters of a list: its page, besides its times. */
export class PageQuery extends TimesQuery {
  @IntegerParameter(1, pageDocsMax) limit?: number;
  /** `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(queryTextLengthMax) after?: string;
}
