import { expect, test } from '@jest/globals';
import { drawOf, type TypedChart } from './chart-draft.ts';
import { FormReader } from './form-reader.ts';

const typed: TypedChart = {
  ...{ name: 'Let down', figure: 'bottom-share', question: 'nps', ownQuestion: '', scaleMin: '1' },
  ...{ scaleMax: '5', clock: 'resolution', serviceLevel: '', by: 'everywhere', unit: '' },
  ...{ place: '', period: 'week', chart: 'p', from: '2026-W01', until: '2026-W20' },
  ...{ latenessDays: '', owner: '', rules: ['beyond-limit'] },
};

function drawn(more: Partial<TypedChart>) {
  const form = new FormReader();
  const body = drawOf(form, { ...typed, ...more });
  return { body, problems: form.problems.map(({ field }) => field) };
}

test('what is left empty is not sent, so that the server takes its own', () => {
  expect(drawn({})).toEqual({
    problems: [],
    body: {
      ...{ name: 'Let down', figure: 'bottom-share', metric: 'nps', period: 'week', chart: 'p' },
      baseline: { from: '2026-W01', until: '2026-W20' },
      rules: ['beyond-limit'],
    },
  });
});

test('a question of our own has a scale, a place its code, and a chart of promises no question', () => {
  const own = { question: 'own', ownQuestion: ' waiting ', scaleMin: '0', scaleMax: '3' };
  expect(drawn({ ...own, by: 'location', place: ' gate-a ', owner: ' eve ' }).body).toMatchObject({
    ...{ metric: 'waiting', scale: { min: 0, max: 3 }, owner: 'eve' },
    place: { by: 'location', is: 'gate-a' },
  });
  const promise = drawn({ figure: 'sla-attainment', by: 'unit', unit: 'sales', latenessDays: '0' });
  expect(promise.body).toMatchObject({
    ...{ clock: 'resolution', latenessDays: 0, place: { by: 'unit', is: 'sales' } },
  });
  expect(promise.body).not.toHaveProperty('metric');
  expect(promise.body).not.toHaveProperty('serviceLevel');
});

test('what is missing is said at its field', () => {
  const empty = { name: ' ', from: '', until: '', rules: [], question: 'own', scaleMin: 'low' };
  expect(drawn({ ...empty, by: 'unit', latenessDays: 'soon' }).problems).toEqual([
    ...['/name', '/metric', '/scale/min', '/place/is', '/baseline/from', '/baseline/until'],
    ...['/rules', '/latenessDays'],
  ]);
});
