import { Day, Metric, Optional, PersonOrMe, TimesDto } from '@plumbline/web/shapes';
import { UnitCode, Word } from '@plumbline/web/shapes';
import { IsIn, Matches } from 'class-validator';
import { breakdowns, type Breakdown } from '../views/satisfaction-breakdown.ts';
import type { Scale } from '../views/satisfaction-cells.ts';

/** As long as the contract of published facts has them. */
const codeLengthMax = 64;
const keyLengthMax = 255;

export class SatisfactionQueryDto extends TimesDto {
  @Metric() metric!: string;
  /** First and last day of the interactions. */
  @Day() from!: string;
  @Day() until!: string;
  @Optional() @IsIn(breakdowns) by?: Breakdown;
  /** As in `1..5`, of a question that was asked on several. */
  @Optional()
  @Matches(/^-?\d{1,6}\.\.-?\d{1,6}$/, { message: '$property must be like 1..5' })
  scale?: string;
  @Optional() @Word(keyLengthMax) location?: string;
  @Optional() @Word(codeLengthMax) touchpoint?: string;
  @Optional() @Word(codeLengthMax) channel?: string;
  @Optional() @Word(keyLengthMax) source?: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @PersonOrMe() person?: string;
}

/** `1..5`, as a query string has it. */
export function scaleOf(text: string): Scale {
  const [min, max] = text.split('..').map(Number);
  return { min: min ?? 0, max: max ?? 0 };
}
