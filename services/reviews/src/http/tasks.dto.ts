import { Optional, PageDto } from '@plumbline/web/shapes';
import { IsIn, Matches } from 'class-validator';

const standings = ['open', 'waiting', 'done', 'lapsed', 'withdrawn', 'all'] as const;

export class TasksQueryDto extends PageDto {
  /** Own ones when it is left out. */
  @Optional()
  @Matches(/^(me|team|hr|person:(?!\.{1,2}$)[^\p{C}\s]{1,255})$/u, {
    message: '$property must be me, team, hr, or like person:ada',
  })
  whose?: string;
  /** What is open when it is left out. */
  @Optional() @IsIn(standings) standing?: (typeof standings)[number];
  @Optional() @IsIn(['true', 'false']) overdue?: 'true' | 'false';
}
