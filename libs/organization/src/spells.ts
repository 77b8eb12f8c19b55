import type { DayNumber, Known } from './dated.ts';

/** What holds between two days: a leave, a delegation, a role. */
interface Spell<Value> {
  readonly value: Value;
  readonly from: DayNumber;
  readonly recorded: Known;
  /** The first day after it, as told at several times; the last told by then holds. */
  readonly ends: { readonly before: DayNumber; readonly recorded: Known }[];
}

/** What holds between days, for a few of many things. */
export interface Spells<Value> {
  begin(of: number, id: string, begun: Omit<Spell<Value>, 'ends'> & { before: DayNumber }): void;
  /** It ends before this day from now on; one that was never begun stays unknown. */
  end(id: string, before: DayNumber, recorded: Known): void;
  /** The same, but never later than it was to end. */
  cut(id: string, before: DayNumber, recorded: Known): void;
  /** Those that hold on a day, in the order in which they were recorded. */
  on(of: number, day: DayNumber, known: Known): readonly Value[];
}

export const endless: DayNumber = 9_999_99_99;

export function createSpells<Value>(): Spells<Value> {
  const spells = new Map<string, Spell<Value>>();
  const spellsOf = new Map<number, Spell<Value>[]>();
  const end = (id: string, before: DayNumber, recorded: Known) =>
    spells.get(id)?.ends.push({ before, recorded });

  return {
    begin: (of, id, { value, from, recorded, before }) => {
      const spell = { value, from, recorded, ends: [{ before, recorded }] };
      spells.set(id, spell);
      const known = spellsOf.get(of);
      if (known === undefined) spellsOf.set(of, [spell]);
      else known.push(spell);
    },
    end: (id, before, recorded) => void end(id, before, recorded),
    cut: (id, before, recorded) => {
      const planned = spells.get(id)?.ends.at(-1)?.before ?? before;
      end(id, Math.min(before, planned), recorded);
    },
    on: (of, day, known) =>
      (spellsOf.get(of) ?? [])
        .filter((spell) => spell.recorded <= known && spell.from <= day)
        .filter(({ ends }) => {
          const told = ends.findLast(({ recorded }) => recorded <= known);
          return told !== undefined && day < told.before;
        })
        .map(({ value }) => value),
  };
}
