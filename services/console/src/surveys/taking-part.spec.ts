import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiProblem, unreachable } from '../api/problems.ts';
import { createDepartures, delayMsMax, delayMsMin, leavesAt } from './departures.ts';
import type { LeavingOf } from './departures.ts';
import { createTickets, type Keeping, type TakingPart, type Tickets } from './taking-part.ts';

const ticket = { surveyId: 's', segments: {}, nonce: 'n', signature: 'x' };
const answer = { ratings: { pride: 5 } };
const taking: TakingPart = { step: 'ticket', ticket };
const ofAda = { surveyId: 's', person: 'ada', taking };

function tab() {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (name: string) => all.get(name) ?? null,
    setItem: (name: string, value: string) => void all.set(name, value),
    removeItem: (name: string) => void all.delete(name),
    names: () => [...all.keys()],
  } satisfies Keeping & { readonly all: unknown };
}

describe('what is kept of an answer that is under way', () => {
  test('outlives a reload of the tab', () => {
    const storage = tab();
    createTickets(storage).keep(ofAda);
    const after = createTickets(storage);
    expect(after.of('s', 'ada')).toEqual(taking);
    expect(after.of('s', 'ada')).toBe(after.of('s', 'ada'));
    expect(after.all()).toEqual([ofAda]);
    expect(createTickets(tab()).of('s', 'ada')).toBeUndefined();
    after.forget('s');
    expect([after.of('s', 'ada'), createTickets(storage).all()]).toEqual([undefined, []]);
  });

  test('is of nobody else who signs in, and of no other survey', () => {
    const tickets = createTickets(tab());
    tickets.keep(ofAda);
    expect(tickets.of('s', 'bo')).toBeUndefined();
    expect(tickets.of('other', 'ada')).toBeUndefined();
  });

  test('is in memory where storage is switched off, or holds what is not ours', () => {
    const no = (): never => {
      throw new Error('The operation is insecure.');
    };
    const tickets = createTickets({ getItem: no, setItem: no, removeItem: no, names: no });
    expect([tickets.of('s', 'ada'), tickets.all()]).toEqual([undefined, []]);
    tickets.keep(ofAda);
    expect(tickets.of('s', 'ada')).toEqual(taking);
    tickets.forget('s');
    expect(tickets.of('s', 'ada')).toBeUndefined();
    const strange = tab();
    strange.setItem('plumbline.survey.s', '{');
    strange.setItem('plumbline.token', 'x');
    expect(createTickets(strange).all()).toEqual([]);
  });

  test('is told to those who look, until they look no more', () => {
    const tickets = createTickets(tab());
    let told = 0;
    const stop = tickets.subscribe(() => (told += 1));
    tickets.keep(ofAda);
    stop();
    tickets.keep(ofAda);
    expect(told).toBe(1);
  });
});

test('an answer leaves at any moment of its delay', () => {
  expect(leavesAt(1_000, 0)).toBe(1_000 + delayMsMin);
  expect(leavesAt(1_000, 2 ** 32 - 1)).toBe(1_000 + delayMsMax);
  expect(leavesAt(0, 2 ** 31)).toBe(Math.floor((delayMsMin + delayMsMax + 1) / 2));
});

describe('an answer that leaves', () => {
  let storage: ReturnType<typeof tab>;
  let tickets: Tickets;
  let sent: object[];
  let waits: { readonly ms: number; readonly act: () => void }[];
  let answers: (ApiProblem | undefined)[];

  const opened = (at = 0) => {
    tickets = createTickets(storage);
    waits = [];
    return createDepartures({
      ...{ tickets, now: () => at, random: () => 2 ** 31 },
      later: (ms, act) => {
        const wait = { ms, act };
        waits.push(wait);
        return () => void (waits = waits.filter((one) => one !== wait));
      },
      send: async (...handed) => {
        sent.push(handed);
        const problem = answers.shift();
        if (problem !== undefined) throw problem;
      },
    });
  };
  const kept = () => tickets.all()[0] as LeavingOf;
  const over = async () => {
    waits[0]?.act();
    await new Promise(setImmediate);
  };

  beforeEach(() => {
    [storage, sent, answers] = [tab(), [], []];
  });

  test('waits, is handed in, and then is in this tab no more', async () => {
    const departures = opened();
    departures.leave('s', 'ada', ticket, answer);
    expect([sent, waits.map(({ ms }) => ms)]).toEqual([[], [32_500]]);
    expect(tickets.of('s', 'ada')).toMatchObject({ step: 'leaving', at: 32_500 });
    await over();
    expect(sent).toEqual([[ticket, answer]]);
    const left = '{"surveyId":"s","person":"ada","taking":{"step":"handed-in"}}';
    expect([...storage.all.values()]).toEqual([left]);
    departures.resume();
    expect(sent).toHaveLength(1);
  });

  test('goes on after a reload, as late as it was to be, and once', async () => {
    opened().leave('s', 'ada', ticket, answer);
    const after = opened(30_000);
    after.resume();
    after.resume();
    expect(waits.map(({ ms }) => ms)).toEqual([2_500]);
    const late = opened(90_000);
    late.resume();
    expect(waits.map(({ ms }) => ms)).toEqual([0]);
    await over();
    expect(sent).toEqual([[ticket, answer]]);
  });

  test('can be sent at once, or taken back to be changed', async () => {
    const departures = opened();
    departures.leave('s', 'ada', ticket, answer);
    departures.stay(kept());
    expect([waits, tickets.of('s', 'ada')]).toEqual([[], { step: 'ticket', ticket, answer }]);
    departures.leave('s', 'ada', ticket, { ratings: { pride: 1 } });
    await departures.now(kept());
    expect([waits, sent]).toEqual([[], [[ticket, { ratings: { pride: 1 } }]]]);
  });

  test('that was not taken is there still, with what is wrong, and can be sent again', async () => {
    const departures = opened();
    departures.leave('s', 'ada', ticket, answer);
    answers = [new ApiProblem(unreachable)];
    await over();
    expect(departures.problemOf('s')?.problem).toBe(unreachable);
    expect(tickets.of('s', 'ada')).toMatchObject({ step: 'leaving' });
    await departures.now(kept());
    expect([departures.problemOf('s'), sent.length]).toEqual([undefined, 2]);
    expect(tickets.of('s', 'ada')).toEqual({ step: 'handed-in' });
  });
});
