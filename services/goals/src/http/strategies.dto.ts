import { Day, EffectiveAt, Id, Optional, Owner, Reason, Title, Words } from '@plumbline/web/shapes';
import { narrativeLengthMax } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateIf, ValidateNested } from 'class-validator';
import type { Perspective, SignalKind } from '../strategy/strategy.ts';
import { themesMax } from '../strategy/strategy.decide.ts';
import { Weight } from './shapes.ts';

export const perspectives: readonly Perspective[] = ['financial', 'customer', 'process', 'growth'];
export const signalKinds: readonly SignalKind[] = [
  ...(['market', 'customer', 'regulation', 'technology', 'internal'] as const),
];

/** What a request about a strategy may hold; a field that is not here is refused by name. */
export class ThemeDto {
  @Optional() @Id() id?: string;
  /** Left out of a revision: it keeps its name. */
  @Optional() @Title() name?: string;
  @IsIn(perspectives) perspective!: Perspective;
  @Optional() @Weight() weight?: number;
}

const Themes = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    IsArray(),
    ArrayMaxSize(themesMax),
    ValidateNested({ each: true }),
    Type(() => ThemeDto),
  ]) {
    decorate(target, key);
  }
};

export class PublishStrategyDto {
  @Optional() @Owner() owner?: string;
  @Title() title!: string;
  @Day() from!: string;
  /** The first day on which it holds no more; without it, until it is retired. */
  @Optional() @Day() until?: string;
  @Themes() themes!: ThemeDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class ReviseStrategyDto {
  @Reason() reason!: string;
  @Optional() @Title() title?: string;
  @Optional() @Day() from?: string;
  /** Null: until it is retired. */
  @ValidateIf((_, value) => value !== undefined && value !== null) @Day() until?: string | null;
  /** All of them: a theme that is not named here is no more. */
  @Optional() @Themes() themes?: ThemeDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class RetireStrategyDto {
  @Reason() reason!: string;
  /** The first day on which it is no more; today, when it is left out. */
  @Optional() @Day() on?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RaiseSignalDto {
  @IsIn(signalKinds) kind!: SignalKind;
  /** Left out, it touches the strategy as a whole. */
  @Optional() @Id() themeId?: string;
  @Words(narrativeLengthMax) what!: string;
  @EffectiveAt() effectiveAt?: string;
}
