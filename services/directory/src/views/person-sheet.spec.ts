import { describe, expect, it } from '@jest/globals';
import type { DirectoryFact } from '../facts.ts';
import * as the from '../person/person.histories.ts';
import { unitEstablished } from '../structure/structure.histories.ts';
import { personSheet, type PersonSheet } from './person-sheet.ts';
import { recorded } from './views.histories.ts';

const sheetOf = (...facts: readonly DirectoryFact[]): PersonSheet => {
  let sheet: PersonSheet | undefined;
  for (const one of recorded(facts)) sheet = personSheet.fold(sheet, one, the.person);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};

describe('the sheet of a person', () => {
  it('is who joined, with words quoted and not copied', () => {
    const sheet = sheetOf(the.joined);
    expect(sheet).toMatchObject({
      ...{ person: 'ada', revision: 0, leaves: [], delegations: [], roles: [] },
      name: { $said: 'fact-0', field: 'name' },
      mail: { $said: 'fact-0', field: 'mail' },
      presence: [{ from: '2026-02-01', value: true }],
      posts: [{ from: '2026-02-01', value: 'desk-07' }],
    });
    expect(Object.keys(sheet.texts)).toEqual(['fact-0']);
  });

  it('keeps the address where only the name is another', () => {
    expect(sheetOf(the.joined, the.renamed)).toMatchObject({
      ...{ name: { $said: 'fact-1', field: 'name' }, mail: { $said: 'fact-0', field: 'mail' } },
      revision: 1,
    });
  });

  it('has every day of the whole story', () => {
    const { presence, posts, zone } = the.inTheEnd;
    const sheet = sheetOf(...the.wholeStory);
    expect(sheet).toMatchObject({ presence, posts, zone, revision: the.wholeStory.length - 1 });
    expect(sheet.leaves).toEqual([
      {
        ...{ leave: 'act-leave', from: '2026-09-01', until: '2026-11-30' },
        kind: { $said: 'fact-5', field: 'kind' },
      },
    ]);
    expect(sheet.delegations).toEqual([
      {
        ...{ delegation: 'act-delegate', to: 'bo', actions: ['goal/read', 'goal/change'] },
        ...{ from: '2026-09-01', until: '2026-12-31', revokedFrom: '2026-12-01' },
      },
    ]);
    expect(sheet.roles).toEqual([
      {
        ...{ grant: 'act-grant', role: 'goal-manager', unit: 'service-desk' },
        ...{ from: '2027-01-04', until: null, revokedFrom: '2027-03-15' },
      },
    ]);
  });

  it('reads as it was corrected, also where an entry is none any more', () => {
    expect(sheetOf(the.joined, the.presenceCorrected).presence).toEqual([
      { from: '2026-02-02', value: true },
    ]);
    const none = { ...the.corrected, to: null } as DirectoryFact;
    expect(sheetOf(the.joined, the.moved, none).posts).toEqual([
      { from: '2026-02-01', value: 'desk-07' },
    ]);
  });

  it('changes only the leave, delegation and role that is meant', () => {
    const other = (fact: DirectoryFact, id: object) => ({ ...fact, ...id }) as DirectoryFact;
    const sheet = sheetOf(
      ...[the.joined, the.leaveRecorded, the.delegated, the.roleGranted],
      other(the.leaveChanged, { leave: 'none' }),
      other(the.undelegated, { delegation: 'none' }),
      other(the.roleRevoked, { grant: 'none' }),
    );
    expect(sheet.leaves).toMatchObject([{ until: null }]);
    expect(sheet.delegations).toMatchObject([{ revokedFrom: null }]);
    expect(sheet.roles).toMatchObject([{ revokedFrom: null }]);
  });

  it('is kept by person, found by who stands in, and of people only', () => {
    const [join, unit] = recorded([the.joined, unitEstablished('sales', null)]);
    expect(join && personSheet.keys(join)).toEqual(['ada']);
    expect(unit && personSheet.keys(unit)).toEqual([]);
    expect(personSheet.index(sheetOf(the.joined, the.delegated, the.delegated))).toEqual({
      delegate: ['bo'],
    });
  });
});
