import type { Day, Position } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';

/** The units of an organisation, as responses of customers count for them. */
export interface UnitsThen {
  /**
   * The units that a response counts for: those that it is attributed to, those in which people
   * that it is attributed to worked on the day, and all that stood above them on that day.
   */
  of(holders: readonly string[], day: Day): readonly string[];
  parentOf(unit: string): string | null;
}

/** Answers are kept for one question: it asks about the same few units of a day again and again. */
export function unitsThen(
  organization: Organization,
  known: Position | undefined,
  lastDay: Day,
): UnitsThen {
  const withAbove = keptBy((unit: string, day) => {
    return [unit, ...organization.unitsAbove(unit, day, known)];
  });
  const ofHolder = keptBy((holder: string, day) => {
    const unit = holder.startsWith('unit:')
      ? holder.slice('unit:'.length)
      : organization.unitOf(holder.slice('person:'.length), day, known);
    return unit === null ? [] : withAbove(unit, day);
  });
  return {
    of: (holders, day) => {
      const [first = [], ...others] = holders.map((holder) => ofHolder(holder, day));
      return others.length === 0 ? first : [...new Set([...first, ...others.flat()])];
    },
    parentOf: (unit) => organization.unitsAbove(unit, lastDay, known)[0] ?? null,
  };
}

function keptBy(find: (name: string, day: Day) => readonly string[]): typeof find {
  const days = new Map<Day, Map<string, readonly string[]>>();
  return (name, day) => {
    const ofDay = days.get(day) ?? new Map<string, readonly string[]>();
    days.set(day, ofDay);
    const found = ofDay.get(name) ?? find(name, day);
    ofDay.set(name, found);
    return found;
  };
}
