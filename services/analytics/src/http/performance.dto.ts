import { Day, Optional, PersonOrMe, TimesDto, UnitCode } from '@plumbline/web/shapes';
import { Matches } from 'class-validator';
import { performanceParts } from '../rating/performance.ts';

const part = `(?:${performanceParts.join('|')}):(?:0|[1-9]\\d{0,2}|1000)`;
const weightsPattern = new RegExp(`^${part}(?:,${part}){0,${performanceParts.length - 1}}$`);

export class PerformanceQueryDto extends TimesDto {
  /** Of one of the two. */
  @Optional() @PersonOrMe() person?: string;
  @Optional() @UnitCode() unit?: string;
  /** First and last day. */
  @Day() from!: string;
  @Day() until!: string;
  /** As in `goals:50,reviews:30`; what is not named weighs nothing. */
  @Optional()
  @Matches(weightsPattern, {
    message: `$property must be like goals:50,reviews:30, of ${performanceParts.join(', ')} and 0 to 1000`,
  })
  weights?: string;
}
