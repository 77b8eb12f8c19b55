import { TableDto } from '@plumbline/exports';
import { Code, Optional, ownerPattern } from '@plumbline/web/shapes';
import { IsIn, IsUUID, Matches } from 'class-validator';

export class GoalTableDto extends TableDto {
  @Optional() @Matches(ownerPattern) owner?: string;
  @Optional() @Code() period?: string;
  @Optional() @IsIn(['draft', 'active', 'closed', 'withdrawn']) stage?: string;
}

export class ReadingTableDto extends TableDto {
  @Optional() @Matches(ownerPattern) owner?: string;
  @Optional() @IsUUID() goal?: string;
}
