import { all, Day, EffectiveAt, Nested, Optional, Owner, PageDto } from '@plumbline/web/shapes';
import { Reason, RecordOf, TimesDto } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsString, IsUUID } from 'class-validator';
import { Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Question, SurveyKind } from '../survey/survey.ts';
import { optionsMax, questionsMax } from '../survey/survey.questions.ts';
import { audiencePeopleMax, audienceUnitsMax, segmentsMax } from '../survey/survey.rules.ts';
import { segmentValuesMax } from '../survey/survey.rules.ts';
import { languagesMax, wordsMax } from '../survey/survey.words.ts';

/** So many links are printed at once; ask again for more. */
export const linksMax = 1_000;

/** What a request about a survey may hold; a field that is not here is refused by name. */
const SmallId = (each = false): PropertyDecorator =>
  Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,23}$/, {
    each,
    message: '$property must be 24 letters, digits and hyphens at most',
  });

const List = (max: number): PropertyDecorator => all(IsArray(), ArrayMaxSize(max));

const Language = (): PropertyDecorator => Matches(/^[A-Za-z0-9-]{1,32}$/);

export class SurveyIdDto {
  @IsUUID() surveyId!: string;
}

export class QuestionDto {
  @SmallId() id!: string;
  @IsIn(['rating', 'enps', 'choice', 'comment']) kind!: Question['kind'];
  @IsBoolean() required!: boolean;
  /** Of a choice. */
  @Optional() @List(optionsMax) @SmallId(true) options?: string[];
}

export class SegmentDto {
  @SmallId() id!: string;
  /** Those of the people who are asked, where it is left out. */
  @Optional() @List(segmentValuesMax) @IsString({ each: true }) values?: string[];
}

export class AudienceDto {
  @IsIn(['people', 'link']) kind!: 'people' | 'link';
  @Optional() @List(audiencePeopleMax) @PersonEach() people?: string[];
  /** With all units below them. */
  @Optional()
  @List(audienceUnitsMax)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  units?: string[];
}

function PersonEach(): PropertyDecorator {
  return Matches(/^[^\p{C}\s]{1,255}$/u, {
    each: true,
    message: 'each of $property must be one word of 1 to 255 characters',
  });
}

/** When the organisation is locked; one of the two. */
export class OrgAsOfDto {
  @Optional() @Matches(/^[0-9A-Za-z/_.-]{1,64}$/) position?: string;
  @EffectiveAt() instant?: string;
}

export class LaunchSurveyDto {
  /** Whose key seals the questions, and in whose scope HR partners see to it. */
  @Owner() owner!: string;
  @IsIn(['pulse', 'enps', 'own']) kind!: SurveyKind;
  @List(questionsMax)
  @ValidateNested({ each: true })
  @Type(() => QuestionDto)
  questions!: QuestionDto[];
  @List(languagesMax) @IsString({ each: true }) languages!: string[];
  @Language() defaultLanguage!: string;
  /** Fewer answers are never together in anything that is stored or shown; 5 when left out. */
  @Optional() @IsInt() threshold?: number;
  /** Comments are shown from so many answers on; the threshold when it is left out. */
  @Optional() @IsInt() commentThreshold?: number;
  /** Now, when it is left out. */
  @Optional() @Nested(() => OrgAsOfDto) orgAsOf?: OrgAsOfDto;
  @Optional()
  @List(segmentsMax)
  @ValidateNested({ each: true })
  @Type(() => SegmentDto)
  segments?: SegmentDto[];
  @Nested(() => AudienceDto) audience!: AudienceDto;
  @Day() opens!: string;
  @Day() closes!: string;
  /** By names, as in `title.en`, `question.<id>.en` and `option.<question>.<option>.en`. */
  @RecordOf('String', wordsMax) words!: Record<string, string>;
  @EffectiveAt() effectiveAt?: string;
}

export class RaiseThresholdDto {
  @Optional() @IsInt() threshold?: number;
  @Optional() @IsInt() commentThreshold?: number;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class CloseSurveyDto {
  /** Asked for where it is closed before its last day is over. */
  @Optional() @Reason() reason?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class PrintLinksDto {
  @IsInt() @Min(1) @Max(linksMax) count!: number;
}

export class TakePartDto {
  /** 256 bytes in base64, blinded with the public key of the caller's group (RFC 9474). */
  @Matches(/^[A-Za-z0-9+/]{340,344}={0,2}$/) blindedTicket!: string;
}

export class TicketDto {
  @IsUUID() surveyId!: string;
  /** Of the key that signed it. */
  @RecordOf('String', segmentsMax) segments!: Record<string, string>;
  /** 32 random bytes, in small hex. */
  @Matches(/^[0-9a-f]{64}$/) nonce!: string;
  /** In base64. */
  @Matches(/^[A-Za-z0-9+/]{340,344}={0,2}$/) signature!: string;
}

export class GivenDto {
  /** Of the kinds `rating` and `enps`, by the id of the question. */
  @Optional() @RecordOf('Number', questionsMax) ratings?: Record<string, number>;
  @Optional() @RecordOf('String', questionsMax) choices?: Record<string, string>;
  @Optional() @RecordOf('String', questionsMax) comments?: Record<string, string>;
}

export class HandInDto {
  @Nested(() => TicketDto) ticket!: TicketDto;
  @Nested(() => GivenDto) answer!: GivenDto;
}

export class SurveysQueryDto extends PageDto {
  @Optional() @IsIn(['launched', 'closed']) stage?: string;
  @Optional() @IsIn(['pulse', 'enps', 'own']) kind?: string;
  @Optional() @Language() lang?: string;
}

export class SurveyQueryDto extends TimesDto {
  /** The default language of the survey, where it has no text in this one. */
  @Optional() @Language() lang?: string;
}

export class PageQueryDto {
  @Optional() @Language() lang?: string;
  /** Of a link. The server writes it into no log. */
  @Optional() @Matches(/^[\w.-]{0,512}$/) ticket?: string;
}
