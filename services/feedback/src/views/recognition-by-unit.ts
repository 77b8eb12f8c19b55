import { shownCountMin } from '@plumbline/statistics';
import {
  hiddenFigures,
  recognitionFigures,
  type RecognitionFigures,
} from './recognition-figures.ts';
import type { RecognitionLine } from './recognition-wall.ts';

/** A unit with all who work in it or below it; the first of a list is the one of all the others. */
export interface UnitPeople {
  /** Null: everybody, whatever unit they are of. */
  readonly unit: string | null;
  /** The unit above, or of all of them null. */
  readonly parent: string | null;
  readonly people: readonly string[];
}

export interface UnitRecognition extends RecognitionFigures {
  readonly unit: string | null;
}

/** How recognition is spread over units: of each what it is of it alone, or hidden. */
export function recognitionByUnit(
  units: readonly UnitPeople[],
  lines: readonly RecognitionLine[],
): readonly UnitRecognition[] {
  const hidden = hiddenUnits(units);
  const received = grouped(
    lines.flatMap((line) => line.receivers.map(({ person }) => ({ person, line }))),
    ({ person }) => person,
  );
  return units.map(({ unit, people }) => {
    if (hidden.has(unit)) return { unit, ...hiddenFigures(people.length) };
    const own = new Set(
      people.flatMap((person) => received.get(person) ?? []).map(({ line }) => line),
    );
    return { unit, ...recognitionFigures(people, own) };
  });
}

/**
 * Units of too few people; and the smallest unit within one where, without those that are shown,
 * some were left but too few: what is shown of both would tell what those few got. With a unit all
 * that is within it is hidden.
 */
function hiddenUnits(units: readonly UnitPeople[]): ReadonlySet<string | null> {
  const [first] = units;
  const below = grouped(units.slice(1), ({ parent }) => parent);
  const hidden = new Set<string | null>(units.map(({ unit }) => unit));
  const show = ({ unit, people }: UnitPeople): void => {
    hidden.delete(unit);
    const within = (below.get(unit) ?? []).filter((one) => !isFew(one)).toSorted(bySize);
    const inThem = within.reduce((sum, one) => sum + one.people.length, 0);
    const rest = people.length - inThem;
    for (const one of within.slice(rest > 0 && rest < shownCountMin ? 1 : 0)) show(one);
  };
  if (first !== undefined && !isFew(first)) show(first);
  return hidden;
}

function grouped<One, By>(all: readonly One[], byOf: (one: One) => By): ReadonlyMap<By, One[]> {
  const groups = new Map<By, One[]>();
  for (const one of all) {
    const by = byOf(one);
    const group = groups.get(by);
    if (group === undefined) groups.set(by, [one]);
    else group.push(one);
  }
  return groups;
}

function isFew({ people }: UnitPeople): boolean {
  return people.length < shownCountMin;
}

function bySize(one: UnitPeople, other: UnitPeople): number {
  if (one.people.length !== other.people.length) return one.people.length - other.people.length;
  return String(one.unit) < String(other.unit) ? -1 : 1;
}
