import { expect, test } from '@jest/globals';
import { pageTitle } from './page-title.ts';

test('a page is called by its heading, and by the product until it has one', () => {
  expect(pageTitle('My\n  reviews ')).toBe('My reviews – Plumbline');
  expect([pageTitle(null), pageTitle(undefined), pageTitle('  ')]).toEqual(
    Array(3).fill('Plumbline'),
  );
});
