import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { RequestCommand } from './request.commands.ts';
import { requestDecider } from './request.decide.ts';
import { answer, ask, decline, lapse } from './request.histories.ts';
import { evolveRequest, initialRequest } from './request.ts';
import type { FeedbackRequest, RequestFact } from './request.ts';

const pad = (value: number) => String(value).padStart(2, '0');
const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-07-${pad(day)}`);
const anyInstant = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => `${day}T${pad(hour)}:00:00.000Z`);

/** Any command of few people, at times that are often out of order. */
const anyCommand: fc.Arbitrary<RequestCommand> = fc
  .record({
    command: fc.constantFrom<RequestCommand>(ask, decline, answer, lapse, lapse),
    act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    at: anyInstant,
    now: anyInstant,
    due: anyDay,
    one: fc.constantFrom('bo', 'bo', 'bo', 'cy', 'ada'),
    other: fc.constantFrom('ada', 'ada', 'ada', 'cy', 'bo'),
    noteId: fc.constantFrom('note-1', 'note-2'),
  })
  .map(({ command, act, at, now, due, one, other, noteId }) => {
    const asked = { ...command, act, at, now };
    switch (asked.type) {
      case 'AskFeedback':
        return { ...asked, due, from: one, subject: other };
      case 'DeclineRequest':
        return { ...asked, by: one };
      case 'AnswerRequest':
        return { ...asked, author: one, subject: other, noteId };
      case 'LapseRequest':
        return asked;
    }
  });

type Look = (fact: RequestFact, before: FeedbackRequest, command: RequestCommand) => void;

function play(commands: readonly RequestCommand[], look: Look): readonly RequestFact[] {
  let request = initialRequest;
  const facts: RequestFact[] = [];
  for (const command of commands) {
    const decision = requestDecider.decide(command, request);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(requestDecider, command, request, decision);
    for (const fact of decision) {
      look(fact, request, command);
      request = evolveRequest(request, fact);
      facts.push(fact);
    }
  }
  return facts;
}

describe('the laws of a request, over any commands in any order', () => {
  const many = fc
    .array(anyCommand, { maxLength: 30 })
    .map((commands) => [{ ...ask, act: 'first' }, ...commands]);
  const runs = { numRuns: 500 };

  it('each thing happens once, an answer is the last, and a lapse only of what is open', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(many, (commands) => {
        const types = play(commands, () => undefined).map(({ type }) => type);
        expect(new Set(types).size).toBe(types.length);
        expect(types[0]).toBe('FeedbackRequested');
        if (types.includes('RequestAnswered')) expect(types.at(-1)).toBe('RequestAnswered');
        expect(types.includes('FeedbackDeclined') && types.includes('RequestLapsed')).toBe(false);
        const story = types.slice(1).join(' ');
        seen.set(story, (seen.get(story) ?? 0) + 1);
      }),
      runs,
    );
    const stories = ['FeedbackDeclined', 'RequestLapsed', 'RequestAnswered'];
    const late = ['RequestLapsed RequestAnswered', 'FeedbackDeclined RequestAnswered'];
    for (const story of [...stories, ...late]) {
      expect([story, (seen.get(story) ?? 0) > 0]).toEqual([story, true]);
    }
  });

  it('nothing lapses before the day is over in every zone', () => {
    let lapses = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (fact, before, { at, now }) => {
          if (fact.type !== 'RequestLapsed' || before.stage === 'none') return;
          const over = Date.parse(`${before.due}T24:00:00.000-12:00`);
          for (const time of [at, now]) expect(Date.parse(time)).toBeGreaterThanOrEqual(over);
          lapses += 1;
        });
      }),
      runs,
    );
    expect(lapses).toBeGreaterThan(20);
  });

  it('whoever is asked has some time: no request can lapse when it is asked', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyInstant, anyDay, (at, due) => {
        const command = { ...ask, at, now: at, due };
        const decision = requestDecider.decide(command, initialRequest);
        if (isRejection(decision)) return;
        accepted += 1;
        const request = decision.reduce(evolveRequest, initialRequest);
        expect(requestDecider.decide({ ...lapse, at, now: at }, request)).toMatchObject({
          code: 'feedback-request/not-due-yet',
        });
      }),
      runs,
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
