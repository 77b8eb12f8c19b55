import { expect, test } from '@jest/globals';
import { nothingTyped, planOf, versionOptions, type TypedCycle } from './cycle-draft.ts';
import { FormReader } from './form-reader.ts';

const typed: TypedCycle = {
  ...{ title: ' The year ', from: '2026-01-01', to: '2026-12-31', template: 'yearly@2' },
  ...{ pack: 'even@1', isEverybody: false, units: ['desk', 'mill'], mode: 'anonymous', min: '3' },
  due: { self: '2027-01-10', peer: '2027-01-11', manager: '2027-01-20', acknowledge: '2027-02-01' },
};

test('what is typed is the plan, with versions as numbers and units by their kind', () => {
  const form = new FormReader();
  expect(planOf(form, typed)).toEqual({
    ...{ title: 'The year', period: { from: '2026-01-01', to: '2026-12-31' } },
    ...{ template: { id: 'yearly', version: 2 }, pack: { id: 'even', version: 1 } },
    ...{ population: { units: ['unit:desk', 'unit:mill'] }, peers: { mode: 'anonymous', min: 3 } },
    due: typed.due,
  });
  expect(form.problems).toEqual([]);
});

test('of everybody no units are named, whatever was chosen before', () => {
  const form = new FormReader();
  expect(planOf(form, { ...typed, isEverybody: true })).not.toHaveProperty('population');
  expect(form.problems).toEqual([]);
});

test('everything that is missing is said at its field', () => {
  const form = new FormReader();
  planOf(form, { ...nothingTyped, min: 'some' });
  expect(form.problems.map(({ field }) => field).toSorted()).toEqual([
    ...['/due/acknowledge', '/due/manager', '/due/peer', '/due/self', '/pack', '/peers/min'],
    ...['/period/from', '/period/to', '/population/units', '/template', '/title'],
  ]);
});

test('versions are offered the newest first', () => {
  const published = [{ id: 'yearly', versions: [{ version: 1 }, { version: 2 }] }];
  expect(versionOptions(published, ({ id }) => `“${id}”`)).toEqual([
    { value: 'yearly@2', label: '“yearly”, version 2' },
    { value: 'yearly@1', label: '“yearly”, version 1' },
  ]);
  expect(versionOptions([], () => '')).toEqual([]);
});
