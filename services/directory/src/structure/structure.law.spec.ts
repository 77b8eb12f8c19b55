import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection, tableEntries, valueOn } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { StructureChange, StructureCommand } from './structure.commands.ts';
import { decideChange, structureDecider } from './structure.decide.ts';
import { at, change, establishPost, establishUnit } from './structure.histories.ts';
import { evolveStructure, initialStructure, lineEntries, postOf, unitOf } from './structure.ts';
import type { Structure, StructureFact } from './structure.ts';

const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;
const days = Array.from({ length: 12 }, (_, index) => day(index + 1));
const lines = ['solid', 'dotted:it'];

const someDay = fc.integer({ min: 1, max: 10 }).map(day);
const unit = fc.constantFrom('a', 'b', 'c', 'd');
const post = fc.constantFrom('p', 'q', 'r', 's');
const line = fc.constantFrom('solid', 'solid', 'dotted:it');
const reason = fc.constant('It was wrong.');
const orNone = <Value>(one: fc.Arbitrary<Value>) => fc.oneof(one, one, fc.constant(null));
const corrected = fc.record({
  type: fc.constant('CorrectStructure' as const),
  from: someDay,
  to: orNone(
    fc.record({ from: someDay, value: fc.oneof(unit, post, fc.boolean(), fc.constant(null)) }),
  ),
  reason,
});

/** Any change, of few things on few days, so that they come in each other's way. */
const anyChange: fc.Arbitrary<StructureChange> = fc.oneof(
  fc.tuple(unit, orNone(unit), someDay).map((given) => establishUnit(...given)),
  fc.tuple(post, unit, orNone(post), someDay).map((given) => establishPost(...given)),
  fc.record({ type: fc.constant('MoveUnit' as const), unit, parent: orNone(unit), from: someDay }),
  fc.record({ type: fc.constant('HeadUnit' as const), unit, post: orNone(post), from: someDay }),
  fc.record({ type: fc.constant('CloseUnit' as const), unit, from: someDay }),
  fc.record({ type: fc.constant('MovePost' as const), post, unit, from: someDay }),
  fc.record({ type: fc.constant('ClosePost' as const), post, from: someDay }),
  fc.record({
    type: fc.constant('DrawReportingLine' as const),
    ...{ post, line, manager: post, from: someDay },
  }),
  fc.record({
    type: fc.constant('ChangeReportingLine' as const),
    ...{ post, line, manager: orNone(post), from: someDay },
  }),
  fc.tuple(corrected, unit, fc.constantFrom('parent', 'head', 'closed')).map(([one, id, field]) => {
    return { ...one, of: { kind: 'unit' as const, id }, field };
  }),
  fc
    .tuple(corrected, post, fc.constantFrom('unit', 'closed', 'line:solid', 'line:dotted:it'))
    .map(([one, id, field]) => ({ ...one, of: { kind: 'post' as const, id }, field })),
);

/** All units and posts, so that most of what follows is about things that are there. */
const founding: readonly StructureChange[] = [
  establishUnit('a', null, day(1)),
  ...['b', 'c', 'd'].map((one) => establishUnit(one, 'a', day(one === 'd' ? 4 : 1))),
  ...['p', 'q', 'r', 's'].map((one) => establishPost(one, 'a', null, day(one === 's' ? 3 : 1))),
];
const histories = fc
  .tuple(fc.boolean(), fc.array(anyChange, { maxLength: 40 }))
  .map(([isFounded, changes]) => (isFounded ? [...founding, ...changes] : changes));

/** What is wrong on a day, found by looking at every unit and post, and walking from each. */
function faultsOn(structure: Structure, on: string): string[] {
  const faults: string[] = [];
  const walk = (start: string, above: (id: string) => string | null | undefined): void => {
    const seen = new Set([start]);
    for (let id = above(start); id !== null && id !== undefined; id = above(id)) {
      if (seen.has(id)) return void faults.push(`cycle at ${start} on ${on}`);
      seen.add(id);
    }
  };
  const isThere = (id: string): boolean => {
    const found = unitOf(structure, id);
    return found !== undefined && found.established <= on && valueOn(found.closed, on) !== true;
  };
  const placed = (id: string, closed: boolean, into: string | null | undefined): void => {
    if (closed || into === null || into === undefined || isThere(into)) return;
    faults.push(`${id} is in ${into}, which is not there on ${on}`);
  };
  for (const [id, { parent, closed }] of tableEntries(structure.units)) {
    walk(id, (one) => valueOn(unitOf(structure, one)?.parent ?? [], on));
    placed(id, valueOn(closed, on) === true, valueOn(parent, on));
  }
  for (const [id, { unit: places, closed }] of tableEntries(structure.posts)) {
    for (const one of lines) {
      walk(id, (of) => {
        const found = postOf(structure, of);
        return found === undefined ? undefined : valueOn(lineEntries(found, one), on);
      });
    }
    placed(id, valueOn(closed, on) === true, valueOn(places, on));
  }
  return faults;
}

const faults = (structure: Structure): string[] => days.flatMap((one) => faultsOn(structure, one));

describe('the laws of a structure, over any changes in any order', () => {
  it('no day has a cycle, or anything open in what is closed', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        expect(faults(play(changes))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('a cycle is refused only when the change would make one on some day', () => {
    let refused = 0;
    fc.assert(
      fc.property(histories, (changes) => {
        play([...founding, ...changes], (one, structure, decision) => {
          if (!isRejection(decision) || !/cycle|itself/.test(decision.code)) return;
          const carried = carriedOut(one, structure);
          if (carried === undefined) return;
          refused += 1;
          expect(faults(carried).filter((fault) => fault.startsWith('cycle'))).not.toEqual([]);
        });
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('a post has one manager at most in a line: the one that was recorded last for the day', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        const uncorrected = changes.filter(({ type }) => type !== 'CorrectStructure');
        const recorded = new Map<string, { from: string; manager: string | null }[]>();
        const structure = play(uncorrected, (_, __, decision) => {
          if (!isRejection(decision)) decision.forEach((fact) => note(recorded, fact));
        });
        for (const [key, entries] of recorded) {
          const [id = '', one = ''] = key.split(' ');
          const found = postOf(structure, id);
          for (const on of days) {
            const held = found === undefined ? undefined : valueOn(lineEntries(found, one), on);
            expect([key, on, held]).toEqual([key, on, latest(entries, on)]);
          }
        }
      }),
    );
  });

  it('the same command again decides nothing, and a repeated act neither', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyChange, { maxLength: 3 }), { maxLength: 20 }), (groups) => {
        let structure = initialStructure;
        for (const [index, changes] of [founding, ...groups].entries()) {
          const command: StructureCommand = { ...change(...changes), act: `act-${index % 15}` };
          const decision = structureDecider.decide(command, structure);
          if (isRejection(decision)) continue;
          repeatDecidesNothing(structureDecider, command, structure, decision);
          structure = decision.reduce(evolveStructure, structure);
        }
      }),
      { numRuns: 200 },
    );
  });
});

type Look = (
  one: StructureChange,
  before: Structure,
  decision: ReturnType<typeof decideChange>,
) => void;

function play(changes: readonly StructureChange[], look?: Look): Structure {
  let structure = initialStructure;
  for (const [index, one] of changes.entries()) {
    const decision = decideChange(one, structure, { act: `act-${index}`, at });
    look?.(one, structure, decision);
    if (!isRejection(decision)) structure = decision.reduce(evolveStructure, structure);
  }
  return structure;
}

/** The structure as if the change had been taken: only for those that can close a cycle. */
function carriedOut(one: StructureChange, structure: Structure): Structure | undefined {
  const told = { act: 'act-carried', at, text: { of: 'unit:a', fields: {} } };
  const { type } = one;
  if (type === 'MoveUnit') {
    return evolveStructure(structure, { ...one, ...told, type: 'UnitMoved' });
  }
  if (type === 'DrawReportingLine' || type === 'ChangeReportingLine') {
    return evolveStructure(structure, { ...one, ...told, type: 'ReportingLineChanged' });
  }
  if (type === 'CorrectStructure') {
    return evolveStructure(structure, { ...one, ...told, type: 'StructureCorrected' });
  }
  return undefined;
}

function note(
  recorded: Map<string, { from: string; manager: string | null }[]>,
  fact: StructureFact,
): void {
  if (fact.type !== 'PostEstablished' && fact.type !== 'ReportingLineChanged') return;
  const key = `${fact.post} ${'line' in fact ? fact.line : 'solid'}`;
  recorded.set(key, [...(recorded.get(key) ?? []), { from: fact.from, manager: fact.manager }]);
}

/** Of the entries that begin by a day, the one that begins last; of one day, the one told last. */
function latest(entries: readonly { from: string; manager: string | null }[], on: string) {
  const begun = entries.filter(({ from }) => from <= on);
  const from = begun
    .map((entry) => entry.from)
    .sort()
    .at(-1);
  return begun.findLast((entry) => entry.from === from)?.manager;
}
