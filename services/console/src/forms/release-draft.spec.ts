import { expect, test } from '@jest/globals';
import { FormReader } from './form-reader.ts';
import { releaseOf, type TypedRelease } from './release-draft.ts';

const typed: TypedRelease = {
  ...{ metric: 'nps', question: 'bags', scaleMin: '0', scaleMax: '3' },
  ...{ from: '2026-05-01', until: '2026-05-31', dimensions: ['location'] },
};

function released(metric: Parameters<typeof releaseOf>[2], more: Partial<TypedRelease> = {}) {
  const form = new FormReader();
  const body = releaseOf(form, { ...typed, ...more }, metric);
  return { body, problems: form.problems.map(({ field }) => field) };
}

test('a metric of its own question and scale names neither', () => {
  expect(released({ question: 'nps', formula: 'nps@1' })).toEqual({
    problems: [],
    body: {
      ...{ metric: 'nps', from: '2026-05-01', until: '2026-05-31', dimensions: ['location'] },
    },
  });
});

test('one of any question is told which, and a mean its scale', () => {
  expect(released({ question: null, formula: 'mean-score@1' }).body).toMatchObject({
    ...{ question: 'bags', scale: { min: 0, max: 3 } },
  });
  expect(released({ question: null, formula: 'favourable@1' }).body).not.toHaveProperty('scale');
});

test('what is missing is said at its field', () => {
  const nothing = { question: '', scaleMin: '', scaleMax: 'x', from: '', until: '' };
  expect(released({ question: null, formula: 'mean-score@1' }, nothing).problems).toEqual([
    ...['/question', '/scale/min', '/scale/max', '/from', '/until'],
  ]);
  expect(released(undefined, { metric: '' }).problems).toEqual(['/metric']);
});
