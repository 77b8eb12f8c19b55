import { expect, test } from '@jest/globals';
import { subjectHeader } from './subject-header.ts';

test('a plain subject is itself in a header', () => {
  expect(subjectHeader('ada')).toBe('ada');
});

test('a subject beyond ASCII travels as its UTF-8 bytes, and is read back from them', () => {
  const header = subjectHeader('zoë-王');
  expect(header).toBe('zo\u00c3\u00ab-\u00e7\u008e\u008b');
  expect(Buffer.from(header, 'latin1').toString('utf8')).toBe('zoë-王');
});
