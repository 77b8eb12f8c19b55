import { all, Optional, PageDto, PersonId, TimesDto, UnitCode } from '@plumbline/web/shapes';
import { IsIn, IsUUID } from 'class-validator';
import type { NoteKind } from '../note/note.ts';
import { noteKinds } from './people.dto.ts';

/** What paths and query strings of the routes of people may hold. */
export class NoteIdDto {
  @IsUUID() noteId!: string;
}

export class RequestIdDto {
  @IsUUID() requestId!: string;
}

export class OneToOneIdDto {
  @IsUUID() oneToOneId!: string;
}

export class ActionIdDto extends OneToOneIdDto {
  @IsUUID() actionId!: string;
}

const Me = (): PropertyDecorator => all(Optional(), IsIn(['me']));

/** Without any of the first three, it is what was received. */
export class NotesQueryDto extends PageDto {
  /** Received. */
  @Me() about?: 'me';
  /** Given. */
  @Me() given?: 'me';
  @Optional() @PersonId() subject?: string;
  @Optional() @IsIn(noteKinds) kind?: NoteKind;
  @Optional() @IsIn(['given', 'retracted']) stage?: string;
}

/** Without any of the first two, it is what one was asked. */
export class RequestsQueryDto extends PageDto {
  @Me() to?: 'me';
  @Me() by?: 'me';
  @Optional() @IsIn(['open', 'declined', 'lapsed', 'answered']) stage?: string;
}

export class OneToOnesQueryDto extends PageDto {
  @Optional() @PersonId() with?: string;
}

/** One of the two; the caller when both are left out. */
export class CoverageQueryDto extends TimesDto {
  @Optional() @PersonId() person?: string;
  @Optional() @UnitCode() unit?: string;
}
