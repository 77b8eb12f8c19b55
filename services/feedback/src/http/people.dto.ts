import { all, Code, Day, EffectiveAt, narrativeLengthMax } from '@plumbline/web/shapes';
import { NotBlank, Optional, PersonId, Reason, titleLengthMax, Words } from '@plumbline/web/shapes';
import { Nested } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID } from 'class-validator';
import { MaxLength, MinLength, ValidateBy, ValidateNested } from 'class-validator';
import { linksMax } from '../note/note.decide.ts';
import type { NoteKind, Visibility } from '../note/note.ts';
import { agendaPointsMax } from '../one-to-one/one-to-one.rules.ts';

/** What requests to the routes of people may hold; a field that is not here is refused by name. */
export const visibilities: readonly Visibility[] = [
  'manager-only',
  'author-and-subject',
  'author-subject-and-manager',
  'public',
];
export const noteKinds: readonly NoteKind[] = ['praise', 'suggestion', 'observation'];

const hasOneOf = (names: readonly string[]): PropertyDecorator =>
  ValidateBy({
    name: 'hasOneOf',
    validator: {
      validate: (value: unknown) => {
        return [value].flat().every((one: unknown) => {
          if (typeof one !== 'object' || one === null) return false;
          const fields = one as Readonly<Record<string, unknown>>;
          return names.filter((name) => fields[name] !== undefined).length === 1;
        });
      },
      defaultMessage: () => `$property must name one of ${names.join(', ')}`,
    },
  });

export class TopicDto {
  @Optional() @IsUUID() goal?: string;
  @Optional() @Code() skill?: string;
  @Optional() @Code() value?: string;
}

export class LinkDto extends TopicDto {
  @Optional() @IsUUID() request?: string;
}

const Links = (): PropertyDecorator =>
  all(
    Optional(),
    IsArray(),
    ArrayMaxSize(linksMax),
    ValidateNested({ each: true }),
    Type(() => LinkDto),
    hasOneOf(['goal', 'skill', 'value', 'request']),
  );

/** What was to be spoken of, point by point. */
const Agenda = (): PropertyDecorator =>
  all(
    Optional(),
    IsArray(),
    ArrayMaxSize(agendaPointsMax),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(titleLengthMax, { each: true }),
    NotBlank(true),
  );

const Message = (): PropertyDecorator => Words(narrativeLengthMax);

export class GiveFeedbackDto {
  @PersonId() subject!: string;
  @IsIn(visibilities) visibility!: Visibility;
  @IsIn(noteKinds) kind!: NoteKind;
  @Message() message!: string;
  @Links() links?: LinkDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class RetractFeedbackDto {
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class WidenVisibilityDto {
  @IsIn(visibilities) to!: Visibility;
  @Optional() @Reason() reason?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class AskFeedbackDto {
  /** Whom it is about; the caller when it is left out. */
  @Optional() @PersonId() subject?: string;
  /** Who is asked. */
  @PersonId() from!: string;
  @Day() due!: string;
  @Optional() @Nested(() => TopicDto) @hasOneOf(['goal', 'skill', 'value']) topic?: TopicDto;
  @Message() question!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class DeclineRequestDto {
  @Optional() @Reason() reason?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class HoldOneToOneDto {
  @PersonId() with!: string;
  @Day() on!: string;
  @Agenda() agenda?: string[];
  @EffectiveAt() effectiveAt?: string;
}

export class CorrectOneToOneDto {
  @Day() on!: string;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class AgreeActionDto {
  /** Who of the two does it. */
  @PersonId() owner!: string;
  @Day() due!: string;
  @Words(titleLengthMax) action!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class CompleteActionDto {
  @EffectiveAt() effectiveAt?: string;
}

export class DropActionDto {
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}
