import { withEntry, withoutEntry, type Day, type Recorded, type Timeline } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { DirectoryFact } from '../facts.ts';
import type { StructureFact } from '../structure/structure.ts';

/** A unit, with what it was under and who headed it, by day. */
export interface UnitSheet extends Quoting {
  readonly unit: string;
  readonly name: Said | null;
  readonly since: Day;
  readonly parent: Timeline<string | null>;
  readonly head: Timeline<string | null>;
  readonly closed: Timeline<boolean>;
  /** Of the stream of the structure. */
  readonly revision: number;
}

/** A post, with where it was and to whom it reported, by day. */
export interface PostSheet extends Quoting {
  readonly post: string;
  readonly title: Said | null;
  readonly since: Day;
  readonly fte: number;
  readonly grade: string | null;
  readonly unit: Timeline<string>;
  /** By line: `solid`, or `dotted:` and a code. */
  readonly lines: Readonly<Record<string, Timeline<string | null>>>;
  readonly closed: Timeline<boolean>;
  readonly revision: number;
}

export const unitSheet: View<UnitSheet, DirectoryFact> = {
  name: 'unit-sheet',
  version: 1,
  context: 'directory',
  keys: ({ fact }) => {
    switch (fact.type) {
      case 'UnitEstablished':
      case 'UnitMoved':
      case 'UnitHeaded':
      case 'UnitRenamed':
      case 'UnitClosed':
        return [fact.unit];
      case 'StructureCorrected':
        return fact.of.kind === 'unit' ? [fact.of.id] : [];
      default:
        return [];
    }
  },
  fold: (sheet, recorded) => foldUnit(sheet, recorded as Recorded<StructureFact>),
  index: () => ({}),
};

function foldUnit(
  sheet: UnitSheet | undefined,
  { fact, id, revision }: Recorded<StructureFact>,
): UnitSheet | undefined {
  if (fact.type === 'UnitEstablished') {
    return {
      unit: fact.unit,
      name: quote(id, fact.text, 'name'),
      since: fact.from,
      parent: withEntry([], fact.from, fact.parent),
      head: [],
      closed: [],
      revision,
      texts: withText({}, id, fact.text),
    };
  }
  if (sheet === undefined) return undefined;
  switch (fact.type) {
    case 'UnitMoved':
      return { ...sheet, revision, parent: withEntry(sheet.parent, fact.from, fact.parent) };
    case 'UnitHeaded':
      return { ...sheet, revision, head: withEntry(sheet.head, fact.from, fact.post) };
    case 'UnitClosed':
      return { ...sheet, revision, closed: withEntry(sheet.closed, fact.from, true) };
    case 'UnitRenamed': {
      const texts = withText(sheet.texts, id, fact.text);
      return { ...sheet, revision, texts, name: quote(id, fact.text, 'name') ?? sheet.name };
    }
    case 'StructureCorrected': {
      return { ...sheet, revision, ...correctedUnit(sheet, fact) };
    }
    default:
      return sheet;
  }
}

export const postSheet: View<PostSheet, DirectoryFact> = {
  name: 'post-sheet',
  version: 1,
  context: 'directory',
  keys: ({ fact }) => {
    switch (fact.type) {
      case 'PostEstablished':
      case 'PostMoved':
      case 'PostRetitled':
      case 'PostClosed':
      case 'ReportingLineChanged':
        return [fact.post];
      case 'StructureCorrected':
        return fact.of.kind === 'post' ? [fact.of.id] : [];
      default:
        return [];
    }
  },
  fold: (sheet, recorded) => foldPost(sheet, recorded as Recorded<StructureFact>),
  index: () => ({}),
};

function foldPost(
  sheet: PostSheet | undefined,
  { fact, id, revision }: Recorded<StructureFact>,
): PostSheet | undefined {
  if (fact.type === 'PostEstablished') {
    const { post, unit, manager, fte, grade, from, text } = fact;
    return {
      ...{ post, fte, grade, revision, since: from, closed: [] },
      title: quote(id, text, 'title'),
      unit: withEntry([], from, unit),
      lines: { solid: withEntry([], from, manager) },
      texts: withText({}, id, text),
    };
  }
  if (sheet === undefined) return undefined;
  switch (fact.type) {
    case 'PostMoved':
      return { ...sheet, revision, unit: withEntry(sheet.unit, fact.from, fact.unit) };
    case 'PostClosed':
      return { ...sheet, revision, closed: withEntry(sheet.closed, fact.from, true) };
    case 'PostRetitled': {
      const texts = withText(sheet.texts, id, fact.text);
      return { ...sheet, revision, texts, title: quote(id, fact.text, 'title') ?? sheet.title };
    }
    case 'ReportingLineChanged': {
      const line = withEntry(sheet.lines[fact.line] ?? [], fact.from, fact.manager);
      return { ...sheet, revision, lines: { ...sheet.lines, [fact.line]: line } };
    }
    case 'StructureCorrected':
      return { ...sheet, revision, ...correctedPost(sheet, fact) };
    default:
      return sheet;
  }
}

function correctedUnit(sheet: UnitSheet, fact: Correction): Partial<UnitSheet> {
  switch (fact.field) {
    case 'parent':
      return { parent: amended(sheet.parent, fact) };
    case 'head':
      return { head: amended(sheet.head, fact) };
    default:
      return { closed: amended(sheet.closed, fact) };
  }
}

type Correction = StructureFact & { type: 'StructureCorrected' };

function correctedPost(sheet: PostSheet, fact: Correction): Partial<PostSheet> {
  const { field } = fact;
  if (field === 'unit') return { unit: amended(sheet.unit, fact) };
  if (field === 'closed') return { closed: amended(sheet.closed, fact) };
  const name = field.slice('line:'.length);
  return { lines: { ...sheet.lines, [name]: amended(sheet.lines[name] ?? [], fact) } };
}

function amended<Value>(line: Timeline<Value>, { from, to }: Correction): Timeline<Value> {
  const without = withoutEntry(line, from);
  return to === null ? without : withEntry(without, to.from, to.value as Value);
}
