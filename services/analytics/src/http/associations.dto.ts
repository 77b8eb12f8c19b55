import { Day, Metric, Optional, TimesDto } from '@plumbline/web/shapes';
import { IsIn, Matches } from 'class-validator';
import { besideSatisfaction } from '../associations.queries.ts';

export class AssociationQueryDto extends TimesDto {
  /** What is held beside the satisfaction of customers. */
  @IsIn(besideSatisfaction) between!: (typeof besideSatisfaction)[number];
  /** The question that customers were asked. */
  @Metric() metric!: string;
  /** First and last day of both figures. */
  @Day() from!: string;
  @Day() until!: string;
  /** As in `1..5`, of a question that was asked on several. */
  @Optional()
  @Matches(/^-?\d{1,6}\.\.-?\d{1,6}$/, { message: '$property must be like 1..5' })
  scale?: string;
}
