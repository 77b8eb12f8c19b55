import { Day, Optional, TimesDto, UnitCode } from '@plumbline/web/shapes';
import { IsUUID, Matches } from 'class-validator';
import { engagementSurveysMax } from '../engagement.queries.ts';

export class SurveyIdDto {
  @IsUUID() surveyId!: string;
}

/** Surveys by their last days, as planned. */
export class EngagementQueryDto extends TimesDto {
  /** Two years before `until`, when it is left out. */
  @Optional() @Day() from?: string;
  /** A year from today on, when it is left out: surveys that are open end later. */
  @Optional() @Day() until?: string;
  /** Of one unit alone, with all within it. */
  @Optional() @UnitCode() unit?: string;
  /** The id of a question, the same in every survey that asks it. */
  @Optional() @QuestionId() question?: string;
  @Optional()
  @Matches(/^([1-9]|[1-4]\d|50)$/, {
    message: `$property must be a number from 1 to ${engagementSurveysMax}`,
  })
  limit?: string;
  /** The `next` of the page before. */
  @Optional() @Matches(/^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/) after?: string;
}

/** `index` and `participation` are those of every survey. */
export class TrendQueryDto extends EngagementQueryDto {
  @QuestionId() declare question: string;
}

function QuestionId(): PropertyDecorator {
  return Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,23}$/, {
    message: '$property must be the id of a question',
  });
}
