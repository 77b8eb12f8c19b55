import { all, Day, EffectiveAt, Id, Nested, Optional, Reason, Share } from '@plumbline/web/shapes';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { ValidateBy, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import type { Mode } from '../alignment/alignment.ts';

const modes: readonly Mode[] = ['contributes', 'supports'];

/** Re-parentings that one question tries. */
export const whatIfMovesMax = 200;

/** What a goal pulls on: a goal, or a theme of a strategy. */
export class ParentDto {
  @Optional() @IsUUID() goal?: string;
  @Optional() @IsUUID() strategy?: string;
  @Optional() @Id() theme?: string;
}

/** One or the other, and not a bit of both. */
const isParent = ValidateBy({
  name: 'isParent',
  validator: {
    validate: (value: unknown) => {
      if (typeof value !== 'object' || value === null) return false;
      const { goal, strategy, theme } = value as ParentDto;
      const isTheme = strategy !== undefined && theme !== undefined;
      return goal === undefined ? isTheme : strategy === undefined && theme === undefined;
    },
    defaultMessage: () => '$property must be {goal}, or {strategy, theme}',
  },
});

const Parent = (): PropertyDecorator =>
  all(
    Nested(() => ParentDto),
    isParent,
  );

/** What a request about an alignment may hold; a field that is not here is refused by name. */
export class AlignGoalDto {
  @IsUUID() child!: string;
  @Parent() parent!: ParentDto;
  @IsIn(modes) mode!: Mode;
  @Optional() @Share() share?: number;
  /** The first day on which it holds; that of `effectiveAt`, or today, when it is left out. */
  @Optional() @Day() from?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class EndAlignmentDto {
  @Reason() reason!: string;
  /** The first day on which it is no more; that of `effectiveAt`, or today, when left out. */
  @Optional() @Day() on?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class MoveAlignmentDto extends EndAlignmentDto {
  @Parent() parent!: ParentDto;
  @Optional() @IsIn(modes) mode?: Mode;
  @Optional() @Share() share?: number;
}

/** A re-parenting to try. Without `from` it is one more parent, without `to` one less. */
export class ReparentingDto {
  @IsUUID() child!: string;
  @Optional() @Parent() from?: ParentDto;
  @Optional() @Parent() to?: ParentDto;
  @Optional() @IsIn(modes) mode?: Mode;
  @Optional() @Share() share?: number;
}

export class WhatIfDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(whatIfMovesMax)
  @ValidateNested({ each: true })
  @Type(() => ReparentingDto)
  moves!: ReparentingDto[];
}
