import {
  isDay,
  isZone,
  oneLinePattern,
  present,
  readInstant,
  visiblePattern,
} from '@plumbline/kernel';
import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  isEmail,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

export const titleLengthMax = 500;
export const descriptionLengthMax = 20_000;
export const narrativeLengthMax = 5_000;

/**
 * A person is named by an opaque subject, in one word: names do not go where people do. One or two
 * dots are steps within a path, and would name nobody there.
 */
export const personPattern = /^(?!\.{1,2}$)[^\p{C}\s]{1,255}$/u;
/** A unit is named by its code, which may have blanks within. */
export const unitPattern = /^(?!\.{1,2}$)[^\p{C}\s](?:[^\p{C}]{0,253}[^\p{C}\s])?$/u;
export const ownerPattern = new RegExp(
  `^(person:${bare(personPattern)}|unit:${bare(unitPattern)})$`,
  'u',
);
const codePattern = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,32}$/;
const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

/** Decorators of one property, applied as one. */
export function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

/** May be left out, but not be null: `null` is a value of the wrong type. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** Text that a person wrote: at least one character that is seen. */
export function Words(lengthMax: number): PropertyDecorator {
  return all(IsString(), MinLength(1), MaxLength(lengthMax), NotBlank());
}

export const NotBlank = (each = false): PropertyDecorator =>
  Matches(visiblePattern, {
    each,
    message: `${each ? 'each value in ' : ''}$property must not be blank`,
  });

/** The longest that can be sent to (RFC 5321). */
export const mailLengthMax = 254;

/** An address of mail. What is not seen in it would make it look like another one. */
export function Mail(): PropertyDecorator {
  return all(
    MaxLength(mailLengthMax),
    ValidateBy({
      name: 'isMail',
      validator: {
        validate: (value) => isEmail(value) && !/[\p{Z}\p{C}]/u.test(value as string),
        defaultMessage: () => '$property must be a mail address, as in ada@firm.example',
      },
    }),
  );
}

export const Zone = (): PropertyDecorator =>
  ValidateBy({
    name: 'isZone',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isZone(value),
      defaultMessage: () => '$property must be a time zone as the IANA names it: Europe/Berlin',
    },
  });

export const Title = (): PropertyDecorator => Words(titleLengthMax);
/** A title that is typed here: one line. Those that are brought in from files may have several. */
export const OneLineTitle = (): PropertyDecorator =>
  all(
    IsString(),
    MinLength(1),
    MaxLength(titleLengthMax),
    Matches(oneLinePattern, {
      message: '$property must be one line that is not blank, without control characters',
    }),
  );
export const Description = (): PropertyDecorator => Words(descriptionLengthMax);
export const Narrative = (): PropertyDecorator => Words(narrativeLengthMax);
export const Reason = (): PropertyDecorator => Words(narrativeLengthMax);

export const Owner = (): PropertyDecorator =>
  Matches(ownerPattern, { message: '$property must be like person:ada or unit:sales' });

export const PersonId = (): PropertyDecorator =>
  Matches(personPattern, { message: '$property must be one word of 1 to 255 characters' });

export const UnitCode = (): PropertyDecorator =>
  Matches(unitPattern, { message: '$property must be a code of 1 to 255 characters' });

export const Code = (): PropertyDecorator =>
  Matches(codePattern, { message: '$property must be 1 to 32 of A-Z a-z 0-9 . _ -' });

export const Id = (each = false): PropertyDecorator =>
  Matches(idPattern, { each, message: '$property must be 1 to 32 of A-Z a-z 0-9 _ -' });

export const Share = (): PropertyDecorator =>
  all(IsNumber({ allowNaN: false, allowInfinity: false }), Min(0), Max(1));

/** A day that the calendar has. */
export function Day(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (value) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day that exists, as in 2026-07-01',
      },
    },
    options,
  );
}

/** When the change holds in the world: an RFC 3339 instant, or a day (its end, in UTC). */
export function EffectiveAt(): PropertyDecorator {
  return all(
    Optional(),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && readInstant(value) !== undefined,
        defaultMessage: () =>
          '$property must be an instant or a day that exists, as in 2026-07-01T09:00:00Z',
      },
    }),
  );
}

/** A code of one word, which others are shown. */
export const Word = (lengthMax: number): PropertyDecorator =>
  Matches(new RegExp(`^[^\\p{C}\\s]{1,${lengthMax}}$`, 'u'), {
    message: `$property must be a code of one word, of 1 to ${lengthMax} characters`,
  });

/** The name of a question that is answered in scores. */
export const Metric = (): PropertyDecorator =>
  Matches(/^[a-z0-9][a-z0-9._:-]{0,63}$/, {
    message: '$property must be 1 to 64 small letters, digits and signs (. _ : -)',
  });

/** A person, or `me`. */
export const PersonOrMe = (): PropertyDecorator => Matches(/^(me|[^\p{C}\s]{1,255})$/u);

/** A code of another system: never a name or a mail address. It stays in clear. */
export function Reference(): PropertyDecorator {
  return all(
    IsString(),
    Matches(/^[^\p{C}\s](?:[^\p{C}]{0,126}[^\p{C}\s])?$/u, {
      message: '$property must be 1 to 128 printable characters',
    }),
  );
}

/** An object whose members have names of others' choosing, and values of one kind. */
export function RecordOf(
  kind: 'String' | 'Number' | 'Object',
  membersMax: number,
): PropertyDecorator {
  const type = kind.toLowerCase();
  return ValidateBy({
    name: `isRecordOf${kind}`,
    validator: {
      validate: (value) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).length <= membersMax &&
        Object.values(value).every((one) => typeof one === type && one !== null),
      defaultMessage: () =>
        `$property must be an object of ${membersMax} members at most, each a ${type}`,
    },
  });
}

export const Nested = (shape: () => new () => object): PropertyDecorator =>
  all(ValidateNested(), Type(shape));

/** The times of a question, as a query string has them; `timesOf` reads them. */
export class TimesDto {
  /** An instant, a day (its end), or a position: what was recorded by then. */
  @Optional() @Matches(/^\S{1,64}$/) asOf?: string;
  /** An instant or a day (its end): what held by then. */
  @Optional() @Matches(/^\S{1,40}$/) effectiveAt?: string;
}

export const pageLimitDefault = 100;

export class PageDto extends TimesDto {
  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a number from 1 to 1000' })
  limit?: string;
  /** The `next` of the page before. */
  @Optional() @Matches(/^[^\p{C}]{1,255}$/u) after?: string;
}

export function pageOf({ limit, after }: PageDto) {
  return { limit: limit === undefined ? pageLimitDefault : Number(limit), ...present({ after }) };
}

/** A pattern without its anchors, to be part of another. */
function bare({ source }: RegExp): string {
  return source.slice(1, -1);
}

/** Of an import: whether it is only tried. */
export class ImportQueryDto {
  @Optional() @IsIn(['true', 'false']) dryRun?: string;
}
