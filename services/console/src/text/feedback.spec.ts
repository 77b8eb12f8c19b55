import { describe, expect, test } from '@jest/globals';
import type { FeedbackRequest } from '../api/types.ts';
import { actionsText, isOverdue, noteText, requestsInOrder, requestText } from './feedback.ts';
import { visibilities, visibilityMeanings, widerThan } from './feedback.ts';

describe('who reads a note', () => {
  test('is chosen from all that there is, each with what it means', () => {
    expect(visibilities.toSorted()).toEqual(Object.keys(visibilityMeanings).toSorted());
  });

  test('is widened so that nobody who could read it loses it', () => {
    expect(widerThan['author-and-subject']).not.toContain('manager-only');
    expect(widerThan['manager-only']).not.toContain('author-and-subject');
    expect(widerThan.public).toEqual([]);
  });
});

test('a note, a request and what was agreed are told in a sentence', () => {
  expect(noteText({ stage: 'given', visibility: 'public' })).toMatch(/Who reads it: everybody\./);
  expect(noteText({ stage: 'retracted', visibility: 'public' })).toBe('The note is retracted.');
  expect(requestText({ stage: 'lapsed', due: '2026-10-15' })).toMatch(/is lapsed; .* 2026\.$/);
  const stages = (...all: ('open' | 'completed' | 'dropped')[]) => all.map((stage) => ({ stage }));
  expect(actionsText([])).toBe('nothing agreed');
  expect(actionsText(stages('dropped'))).toBe('nothing agreed');
  expect(actionsText(stages('open'))).toBe('0 of 1 agreed action done');
  expect(actionsText(stages('open', 'completed', 'dropped'))).toBe('1 of 2 agreed actions done');
});

test('the day by which something is wanted is not over yet', () => {
  expect(isOverdue('2026-10-15', '2026-10-15')).toBe(false);
  expect(isOverdue('2026-10-15', '2026-10-16')).toBe(true);
});

test('open requests come first, by when they are wanted; all others by what is newest', () => {
  const request = (id: string, stage: FeedbackRequest['stage'], due: string, askedAt: string) => {
    return { id, stage, due, askedAt } as FeedbackRequest;
  };
  const ordered = requestsInOrder([
    request('old', 'answered', '2026-01-01', '2026-01-01'),
    request('late', 'open', '2026-05-01', '2026-01-03'),
    request('new', 'declined', '2026-01-01', '2026-02-01'),
    request('soon', 'open', '2026-03-01', '2026-01-02'),
    request('later', 'open', '2026-05-01', '2026-01-04'),
  ]);
  expect(ordered.map(({ id }) => id)).toEqual(['soon', 'later', 'late', 'new', 'old']);
});
