import { createColumn, createLinks, dayNumber, none, unset } from './dated.ts';
import type { Column, DayNumber, Known, Links } from './dated.ts';
import type { OrganizationFact, StructureFact } from './facts.ts';
import { codeOf, createNames, type Names } from './names.ts';

/** Units, posts and lines, by their numbers. */
export interface Structure {
  readonly units: Names;
  readonly posts: Names;
  /** The unit above a unit. */
  readonly parent: Links;
  /** The post that heads a unit. */
  readonly head: Links;
  /** The unit of a post. */
  readonly unit: Links;
  /** The post above a post in the solid line. */
  readonly manager: Links;
  /** The dotted lines that a post ever had. */
  dottedOf(post: number): readonly DottedLine[];
  /** For how many full-time people a post is. */
  fteOf(post: number): number;
  apply(fact: StructureFact, recorded: Known): void;
  isUnit(unit: number, day: DayNumber, known: Known): boolean;
  isPost(post: number, day: DayNumber, known: Known): boolean;
}

export interface DottedLine {
  readonly line: string;
  /** The post above in this line; a line by itself, with one entry of its own. */
  readonly manager: Column;
}

type CorrectionOf = OrganizationFact<'directory.StructureCorrected.v1'>['data'];

const closed = 1;
const open = 0;

export function createStructure(): Structure {
  const [units, posts] = [createNames(), createNames()];
  const [parent, head, unit, manager] = [
    createLinks(),
    createLinks(),
    createLinks(),
    createLinks(),
  ];
  const [unitClosed, postClosed] = [createColumn(), createColumn()];
  const dotted = createDotted();
  const fte: number[] = [];

  const unitOrNone = (code: string | null) => (code === null ? none : units.numbered(codeOf(code)));
  const postOrNone = (post: string | null) => (post === null ? none : posts.numbered(post));

  /** The line of a post, and the number that it has for the post. */
  const lineOf = (post: number, line: string): readonly [Column, number] =>
    line === 'solid' ? [manager, post] : [dotted.add(post, line), 0];

  const correctedOf = ({ of: { kind, id }, field }: CorrectionOf): Corrected => {
    if (kind === 'unit') {
      const number = units.numbered(codeOf(id));
      if (field === 'closed') return [unitClosed, number, none];
      return field === 'parent' ? [parent, number, unitOrNone] : [head, number, postOrNone];
    }
    const post = posts.numbered(id);
    if (field === 'closed') return [postClosed, post, none];
    if (field === 'unit') return [unit, post, unitOrNone];
    return [...lineOf(post, field.slice('line:'.length)), postOrNone];
  };

  const correct = (correction: CorrectionOf, recorded: Known): void => {
    const [column, of, read] = correctedOf(correction);
    const { from, to } = correction;
    column.retract(of, dayNumber(from), recorded);
    if (to === null) return;
    const isSo = to.holds === false ? open : closed;
    const value = read === none ? isSo : read(to.value ?? null);
    column.record(of, dayNumber(to.from), value, recorded);
  };

  const applyToUnit = ({ type, data }: UnitFact, recorded: Known): void => {
    const of = units.numbered(codeOf(data.unit));
    const from = dayNumber(data.from);
    switch (type) {
      case 'directory.UnitEstablished.v1':
      case 'directory.UnitMoved.v1':
        return parent.record(of, from, unitOrNone(data.parent), recorded);
      case 'directory.UnitHeaded.v1':
        return head.record(of, from, postOrNone(data.post), recorded);
      case 'directory.UnitClosed.v1':
        return unitClosed.record(of, from, closed, recorded);
    }
  };

  const applyToPost = ({ type, data }: PostFact, recorded: Known): void => {
    const of = posts.numbered(data.post);
    const from = dayNumber(data.from);
    switch (type) {
      case 'directory.PostEstablished.v1':
        while (fte.length <= of) fte.push(0);
        fte[of] = data.fte;
        unit.record(of, from, unitOrNone(data.unit), recorded);
        return manager.record(of, from, postOrNone(data.manager), recorded);
      case 'directory.PostMoved.v1':
        return unit.record(of, from, unitOrNone(data.unit), recorded);
      case 'directory.PostClosed.v1':
        return postClosed.record(of, from, closed, recorded);
      case 'directory.ReportingLineChanged.v1': {
        const [column, place] = lineOf(of, data.line);
        return column.record(place, from, postOrNone(data.manager), recorded);
      }
    }
  };

  return {
    ...{ units, posts, parent, head, unit, manager },
    dottedOf: dotted.of,
    fteOf: (post) => fte[post] ?? 0,
    apply: (fact, recorded) => {
      if (fact.type === 'directory.StructureCorrected.v1') correct(fact.data, recorded);
      else if (isUnitFact(fact)) applyToUnit(fact, recorded);
      else applyToPost(fact, recorded);
    },
    isUnit: (one, day, known) =>
      parent.on(one, day, known) !== unset && unitClosed.on(one, day, known) !== closed,
    isPost: (one, day, known) =>
      unit.on(one, day, known) !== unset && postClosed.on(one, day, known) !== closed,
  };
}

/** The column of an entry, whose it is, and how its value is read: `none` for yes or no. */
type Corrected = readonly [Column, number, ((value: string | null) => number) | typeof none];

type UnitType = `directory.Unit${'Established' | 'Moved' | 'Headed' | 'Closed'}.v1`;
type UnitFact = Extract<StructureFact, { type: UnitType }>;
type PostFact = Exclude<StructureFact, { type: UnitType | 'directory.StructureCorrected.v1' }>;

function isUnitFact(fact: UnitFact | PostFact): fact is UnitFact {
  return fact.type.startsWith('directory.Unit');
}

/** Few posts have a dotted line, and those few have one or two. */
function createDotted() {
  const lines = new Map<number, DottedLine[]>();
  const of = (post: number): readonly DottedLine[] => lines.get(post) ?? [];
  return {
    of,
    add: (post: number, line: string): Column => {
      const known = of(post).find((one) => one.line === line);
      if (known !== undefined) return known.manager;
      const manager = createColumn();
      lines.set(post, [...of(post), { line, manager }]);
      return manager;
    },
  };
}
