import { ExportDto } from '@plumbline/exports';
import { Optional } from '@plumbline/web/shapes';
import { Matches } from 'class-validator';

/** Positions are opaque; what can be said of one here is its alphabet and its length. */
export const positionPattern = /^[0-9A-Za-z/_.-]{1,64}$/;

const SentPosition = (): PropertyDecorator =>
  Matches(positionPattern, { message: '$property must be a position as it was given' });

/** How far the caller has read. */
export class AfterDto {
  @Optional() @SentPosition() after?: string;
}

export class BatchQueryDto extends AfterDto {
  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a number from 1 to 1000' })
  limit?: string;
  /** Seconds. */
  @Optional()
  @Matches(/^([12]?\d|30)$/, { message: '$property must be a number of seconds from 0 to 30' })
  wait?: string;
}

export class ExportQueryDto extends ExportDto {
  @Optional() @SentPosition() after?: string;
  @Optional() @SentPosition() until?: string;
  @Optional()
  @Matches(/^[a-z-]{1,32}\.[A-Za-z]{1,64}\.v[1-9]\d{0,3}$/, {
    message: '$property must be a type of facts, as in goals.GoalClosed.v1',
  })
  type?: string;
}
