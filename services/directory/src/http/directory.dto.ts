import {
  Day,
  EffectiveAt,
  Id,
  Mail,
  Optional,
  PersonId,
  Reason,
  Reference,
  UnitCode,
  Words,
  Zone,
} from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, Matches } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { delegatedActionsMax } from '../person/person.entrust.ts';
import { movesMax } from '../reorganisation/reorganisation.decide.ts';
import { Changes, CorrectedEntryDto, OrNull, PostId, type AnyChangeDto } from './shapes.ts';

export const nameLengthMax = 200;

/** What requests about people and the structure may hold; a field that is not here is refused. */
export class JoinDto {
  @PersonId() person!: string;
  @Words(nameLengthMax) name!: string;
  @Optional() @Mail() mail?: string;
  /** The time zone that they live by. */
  @Optional() @Zone() zone?: string;
  @OrNull() @PostId() post!: string | null;
  @Day() from!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class MoveDto {
  @OrNull() @PostId() post!: string | null;
  @Day() from!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RenameDto {
  @Optional() @Words(nameLengthMax) name?: string;
  @Optional() @Mail() mail?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ZoneDto {
  @Zone() zone!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class LeaveDto {
  /** A code of the organisation's own, as in `parental`. */
  @Id() kind!: string;
  @Day() from!: string;
  /** The last day; null while it is open. */
  @OrNull() @Day() until!: string | null;
  @EffectiveAt() effectiveAt?: string;
}

export class ChangeLeaveDto {
  @OrNull() @Day() until!: string | null;
  @EffectiveAt() effectiveAt?: string;
}

export class DepartDto {
  /** The first day on which they are no longer here. */
  @Day() from!: string;
  @Optional() @Reason() reason?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class DelegateDto {
  @PersonId() to!: string;
  /** Actions of the policy table; everything when it is left out. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(delegatedActionsMax)
  @Matches(/^[a-z-]+\/[a-z-]+$/, { each: true })
  actions?: string[];
  @Day() from!: string;
  /** The last day. */
  @Day() until!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RevokeDto {
  /** The first day on which it does not hold any more. */
  @Day() from!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class GrantRoleDto {
  @Id() role!: string;
  /** The unit that it reaches over, with all below; null: the whole tenant. */
  @OrNull() @UnitCode() unit!: string | null;
  @Day() from!: string;
  @OrNull() @Day() until!: string | null;
  @EffectiveAt() effectiveAt?: string;
}

export class CorrectPersonDto {
  @IsIn(['post', 'presence']) field!: 'post' | 'presence';
  /** The day of the entry that is wrong. */
  @Day() from!: string;
  /** What it reads instead; null: there is no such entry. */
  @OrNull()
  @IsObject()
  @ValidateNested()
  @Type(() => CorrectedEntryDto)
  to!: CorrectedEntryDto | null;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ChangeStructureDto {
  @Changes() changes!: AnyChangeDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class MovedPostDto {
  @PostId() post!: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @OrNull() @PostId() manager?: string | null;
}

export class OrderReorganisationDto {
  @UnitCode() unit!: string;
  @Day() from!: string;
  @Reason() reason!: string;
  /** Where every open post of the unit goes; or, post by post, `moves`. */
  @Optional() @UnitCode() into?: string;
  @Optional() @PostId() manager?: string;
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(movesMax)
  @ValidateNested({ each: true })
  @Type(() => MovedPostDto)
  moves?: MovedPostDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class StopReorganisationDto {
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ImportStructureDto {
  @Reference() key!: string;
  @Changes() changes!: AnyChangeDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class ImportedPersonDto {
  @PersonId() person!: string;
  @Words(nameLengthMax) name!: string;
  @Optional() @Mail() mail?: string;
  @Optional() @Zone() zone?: string;
  @OrNull() @PostId() post!: string | null;
  @Day() from!: string;
}

export class ImportPersonDto {
  @Reference() key!: string;
  @IsObject() @ValidateNested() @Type(() => ImportedPersonDto) person!: ImportedPersonDto;
  @EffectiveAt() effectiveAt?: string;
}
