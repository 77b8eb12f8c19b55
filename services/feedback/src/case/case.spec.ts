import { describe, expect, it } from '@jest/globals';
import { fold, isRejection } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { isOverdue } from './case.clock.ts';
import { serviceCaseDecider } from './case.decide.ts';
import * as the from './case.histories.ts';
import { codeLengthMax, customerLengthMax, reasonLengthMax, runsMax } from './case.rules.ts';
import { refLengthMax, summaryLengthMax } from './case.rules.ts';
import { initialCase, type ServiceCaseFact } from './case.ts';

const { given } = specification(serviceCaseDecider);
const { open, opened, respond, responded, pause, paused, resume, resumed } = the;
const { resolve, resolved, reopen, reopened, markBreached, breached } = the;
const { resolveLate, resolvedLate, corrected } = the;

const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const running = [opened, responded, paused, resumed] as const;
const over = [...running, resolved] as const;
const back = [...over, reopened] as const;
const later = { act: 'later', at: '2026-04-08T08:00:00.000Z', now: '2026-04-08T08:00:00.000Z' };

describe('opening a case', () => {
  it('keeps what is promised, and the calendar by which it is counted', () => {
    given().when(open).then(opened);
    const { summary: _, ...words } = open.words;
    given()
      .when({ ...open, words })
      .then({ ...opened, text: { of: opened.text.of, fields: words } });
  });

  it('happens once', () =>
    given(opened)
      .when({ ...open, act: 'again' })
      .rejects('case/already-opened'));

  it('comes first', () => {
    for (const command of [respond, pause, resume, resolve, reopen, markBreached]) {
      given().when(command).rejects('case/not-found');
    }
  });

  it('names the agreement, the unit and the customer, in not too many words', () => {
    const withRef = (slaRef: string) => given().when({ ...open, slaRef });
    withRef('x'.repeat(refLengthMax)).thenSatisfies(accepted);
    withRef('x'.repeat(refLengthMax + 1)).rejects('case/text-too-long', '/slaRef');
    withRef(' ').rejects('case/text-missing', '/slaRef');
    const withOrigin = (origin: object) => given().when({ ...open, ...origin });
    withOrigin({ unit: 'x'.repeat(refLengthMax) }).thenSatisfies(accepted);
    withOrigin({ unit: 'x'.repeat(refLengthMax + 1) }).rejects('case/text-too-long', '/unit');
    withOrigin({ unit: '' }).rejects('case/text-missing', '/unit');
    withOrigin({ touchpoint: 'x'.repeat(codeLengthMax) }).thenSatisfies(accepted);
    withOrigin({ touchpoint: 'x'.repeat(codeLengthMax + 1) }).rejects('case/text-too-long');
    withOrigin({ response: 'x'.repeat(refLengthMax) }).thenSatisfies(accepted);
    withOrigin({ response: 'x'.repeat(refLengthMax + 1) }).rejects('case/text-too-long');
    const withWords = (words: object) =>
      given().when({ ...open, words: { ...open.words, ...words } });
    withWords({ customer: 'x'.repeat(customerLengthMax) }).thenSatisfies(accepted);
    withWords({ customer: 'x'.repeat(customerLengthMax + 1) }).rejects('case/text-too-long');
    withWords({ customer: '' }).rejects('case/text-missing', '/customer');
    withWords({ summary: 'x'.repeat(summaryLengthMax) }).thenSatisfies(accepted);
    withWords({ summary: 'x'.repeat(summaryLengthMax + 1) }).rejects('case/text-too-long');
  });
});

describe('the first response', () => {
  it('says what the clock said', () => {
    given(opened).when(respond).then(responded);
    given(opened)
      .when({ ...respond, at: '2026-03-27T09:30:00.000Z' })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ reading: { elapsedMs: 150 * 60_000, met: false } });
      });
  });

  it('is the only one that counts', () => {
    given(opened, responded)
      .when({ ...respond, ...later })
      .nothing();
    given(...over)
      .when({ ...respond, ...later })
      .nothing();
  });

  it('is due for nobody where none is promised', () => {
    const targets = { firstResponse: null, resolution: 960 };
    given({ ...opened, targets })
      .when(respond)
      .then({ ...responded, reading: { ...responded.reading, targetMinutes: null, met: null } });
  });

  it('may come while the clock stands still', () =>
    given(opened, paused)
      .when({ ...respond, ...later })
      .thenSatisfies(([fact]) => {
        // An hour on Thursday, and three on Friday until the pause.
        expect(fact).toMatchObject({ reading: { elapsedMs: 4 * 3_600_000, met: false } });
      }));
});

describe('pausing the clock', () => {
  it('says what is waited for', () => {
    given(opened, responded).when(pause).then(paused);
    const pausedFor = (cause: string) => given(opened).when({ ...pause, cause });
    pausedFor('x'.repeat(codeLengthMax)).thenSatisfies(accepted);
    pausedFor('x'.repeat(codeLengthMax + 1)).rejects('case/text-too-long', '/cause');
    pausedFor('').rejects('case/text-missing', '/cause');
  });

  it('is so already for the same cause; for another the clock runs first', () => {
    given(opened, paused)
      .when({ ...pause, ...later })
      .nothing();
    given(opened, paused)
      .when({ ...pause, ...later, cause: 'supplier' })
      .rejects('case/already-paused', '/cause');
    given(opened, paused, resumed)
      .when({ ...pause, ...later, cause: 'supplier' })
      .thenSatisfies(accepted);
  });

  it('ends when it is resumed', () => {
    given(opened, paused).when(resume).then(resumed);
    const pausedFor = (...history: readonly ServiceCaseFact[]) =>
      fold(serviceCaseDecider, initialCase, history);
    expect(pausedFor(opened, paused)).toMatchObject({ pausedFor: 'customer' });
    expect(pausedFor(...running)).toMatchObject({ stage: 'running', pausedFor: null });
    expect(pausedFor(opened, paused, resolved)).toMatchObject({ pausedFor: null });
    given(opened).when(resume).nothing();
  });

  it('is nothing for a case that is resolved', () => {
    given(...over)
      .when({ ...pause, ...later })
      .rejects('case/resolved');
    given(...over)
      .when({ ...resume, ...later })
      .rejects('case/resolved');
  });
});

describe('resolving a case', () => {
  it('says what the clock said, pauses left out', () => {
    given(...running)
      .when(resolve)
      .then(resolved);
    given(...running)
      .when({ ...resolve, ...later })
      .thenSatisfies(([fact]) => {
        // Until five on Monday eleven hours; four days of eight, and an hour on Wednesday.
        expect(fact).toMatchObject({ reading: { elapsedMs: 44 * 3_600_000, met: false } });
      });
  });

  it('is the first response where there was none', () => {
    const reading = { ...responded.reading, elapsedMs: 17 * 3_600_000, met: false };
    given(opened)
      .when(resolve)
      .then(
        { ...responded, act: resolve.act, at: resolve.at, reading },
        { ...resolved, reading: { ...reading, targetMinutes: 960 } },
      );
  });

  it('is possible while the clock stands still, and is so already after', () => {
    given(opened, responded, paused)
      .when(resolve)
      .then({ ...resolved, reading: { ...resolved.reading, elapsedMs: 4 * 3_600_000 } });
    given(...over)
      .when({ ...resolve, ...later })
      .nothing();
  });
});

describe('reopening a case', () => {
  it('takes a reason, and lets the clock go on', () => {
    given(...over)
      .when(reopen)
      .then(reopened);
    given(...back)
      .when({ ...resolve, ...later })
      .thenSatisfies(([fact]) => {
        // Eleven hours before, eight on Thursday, eight on Tuesday, one on Wednesday.
        expect(fact).toMatchObject({ reading: { elapsedMs: 28 * 3_600_000, met: false } });
      });
    const reopenedFor = (reason: string) => given(...over).when({ ...reopen, reason });
    reopenedFor('x'.repeat(reasonLengthMax)).thenSatisfies(accepted);
    reopenedFor('x'.repeat(reasonLengthMax + 1)).rejects('case/text-too-long', '/reason');
    reopenedFor(' ').rejects('case/text-missing', '/reason');
  });

  it('is for what is resolved', () => {
    given(...running)
      .when(reopen)
      .rejects('case/not-resolved');
    given(...back)
      .when({ ...reopen, ...later })
      .rejects('case/not-resolved');
  });
});

describe('a change', () => {
  const before = toBefore;

  it('does not come before the newest, so that the clock never runs backwards', () => {
    given(opened)
      .when({ ...pause, at: before(opened.at) })
      .rejects('case/before-its-latest-change', '/effectiveAt');
    given(opened, paused)
      .when({ ...resume, at: before(paused.at) })
      .rejects('case/before-its-latest-change');
    given(opened, paused)
      .when({ ...resume, at: paused.at })
      .thenSatisfies(accepted);
    given(...over)
      .when({ ...reopen, at: before(resolved.at) })
      .rejects('case/before-its-latest-change');
    given(...back, breached)
      .when({ ...resolve, act: 'later', at: before(reopened.at) })
      .rejects('case/before-its-latest-change');
  });

  it('may be told late where it is a response: that stops no run of the clock', () => {
    given(opened, paused)
      .when({ ...respond, at: opened.at })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ at: opened.at, reading: { elapsedMs: 0, met: true } });
      });
    given(opened, paused)
      .when({ ...respond, at: before(opened.at) })
      .rejects('case/before-its-latest-change');
    // What follows a response that was told late is still after the pause.
    given(opened, paused, { ...responded, at: opened.at })
      .when({ ...resume, at: before(paused.at) })
      .rejects('case/before-its-latest-change');
  });

  it('lets the clock run as often as allowed', () => {
    const history = (runs: number) =>
      Array.from({ length: runs - 1 }, (_, index): ServiceCaseFact[] => [
        { ...paused, act: `p${index}` },
        { ...resumed, act: `r${index}`, at: paused.at },
      ]).flat();
    const almost = [opened, ...history(runsMax - 1), paused];
    given(...almost)
      .when(resume)
      .then(resumed);
    const all = [opened, ...history(runsMax)];
    given(...all, paused)
      .when(resume)
      .rejects('case/too-many-runs');
    given(...all, resolved)
      .when(reopen)
      .rejects('case/too-many-runs');
  });
});

describe('a breach', () => {
  it('is decided by what the clock says', () => {
    given(...back)
      .when(markBreached)
      .then(breached);
    const due = breached.ranOutAt;
    given(...back)
      .when({ ...markBreached, at: due, now: due })
      .rejects('case/not-overdue', '/clock');
    given(opened)
      .when({ ...markBreached, ...later, clock: 'firstResponse' })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ ranOutAt: '2026-03-27T09:00:00.000Z' });
      });
  });

  it('holds since the clock ran out, or later', () => {
    const due = breached.ranOutAt;
    given(...back)
      .when({ ...markBreached, at: due })
      .then({ ...breached, at: due });
    given(...back)
      .when({ ...markBreached, at: toBefore(due) })
      .rejects('case/breached-before-due', '/effectiveAt');
  });

  it('is none of a clock that stopped in time, stands still, or has no target', () => {
    const mark = { ...markBreached, ...later };
    given(...over)
      .when(mark)
      .rejects('case/not-overdue');
    given(...back)
      .when({ ...mark, clock: 'firstResponse' })
      .rejects('case/not-overdue');
    given(opened, paused).when(mark).rejects('case/not-overdue');
    given({ ...opened, targets: { firstResponse: null, resolution: null } })
      .when(mark)
      .rejects('case/not-overdue');
  });

  it('is marked also when the response came meanwhile, but late', () => {
    const late = { ...responded, at: '2026-03-27T09:00:00.001Z' };
    const mark = { ...markBreached, ...later, clock: 'firstResponse' } as const;
    given(opened, late).when(mark).thenSatisfies(accepted);
    given(opened, { ...late, at: '2026-03-27T09:00:00.000Z' })
      .when(mark)
      .rejects('case/not-overdue');
  });

  it('is none of a clock that stands still just when its time is used up', () => {
    const due = '2026-03-27T09:00:00.000Z';
    const mark = { ...markBreached, ...later, clock: 'firstResponse' } as const;
    const stopped = [opened, { ...paused, at: due }] as const;
    given(...stopped)
      .when(mark)
      .rejects('case/not-overdue');
    given(...stopped, resumed)
      .when({ ...mark, at: resumed.at, now: resumed.at })
      .rejects('case/not-overdue');
    given(...stopped, resumed)
      .when(mark)
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ ranOutAt: due }));
    const state = fold(serviceCaseDecider, initialCase, [...stopped, resumed]);
    const at = toBefore(resumed.at);
    expect(state.stage !== 'none' && isOverdue(state, 'firstResponse', at)).toBe(false);
  });

  it('happens once for each clock', () => {
    const mark = { ...markBreached, ...later };
    given(...back, breached)
      .when(mark)
      .nothing();
    const both = { ...opened, targets: { firstResponse: 60, resolution: 960 } };
    given(both, ...back.slice(1), breached)
      .when({ ...mark, clock: 'firstResponse' })
      .thenSatisfies(accepted);
  });
});

describe('a breach that was none', () => {
  const due = '2026-03-27T09:00:00.000Z';
  const firstBreach = { ...breached, clock: 'firstResponse', at: later.at, ranOutAt: due } as const;

  it('is corrected by what was done in time and told late, and stays', () => {
    given(...back, breached)
      .when(resolveLate)
      .then(resolvedLate, corrected);
    const inTime = { ...respond, ...later, at: due };
    given(opened, firstBreach)
      .when(inTime)
      .thenSatisfies((facts) => {
        const { act, at } = inTime;
        expect(facts).toMatchObject([
          { type: 'CaseResponded', at, reading: { elapsedMs: 120 * 60_000, met: true } },
          { type: 'SlaBreachCorrected', act, at, clock: 'firstResponse', ranOutAt: due },
        ]);
      });
  });

  it('is one still where it was done too late, or by another clock', () => {
    const types = (...expected: readonly string[]) => {
      return (facts: readonly ServiceCaseFact[]) =>
        expect(facts.map(({ type }) => type)).toEqual(expected);
    };
    given(...back, breached)
      .when({ ...resolveLate, at: breached.at })
      .thenSatisfies(types('CaseResolved'));
    given(opened, firstBreach)
      .when({ ...respond, ...later, at: firstBreach.at })
      .thenSatisfies(types('CaseResponded'));
    const both = { ...breached, at: later.at, act: 'both', ranOutAt: '2026-03-30T14:00:00.000Z' };
    given(opened, firstBreach, both)
      .when({ ...respond, ...later, at: due })
      .thenSatisfies(types('CaseResponded', 'SlaBreachCorrected'));
  });

  it('is moved by a pause that is told late, and marked anew when it runs out then', () => {
    const stop = { ...pause, ...later, at: '2026-03-27T08:00:00.000Z', act: 'late-pause' };
    given(opened, firstBreach)
      .when(stop)
      .thenSatisfies(([, fact]) => expect(fact).toMatchObject({ type: 'SlaBreachCorrected' }));
    const facts = serviceCaseDecider.decide(
      stop,
      fold(serviceCaseDecider, initialCase, [opened, firstBreach]),
    );
    if (isRejection(facts)) throw new Error(facts.code);
    const on = { ...resumed, at: '2026-03-27T08:30:00.000Z' };
    given(opened, firstBreach, ...facts, on)
      .when({ ...markBreached, ...later, act: 'anew', clock: 'firstResponse' })
      .thenSatisfies(([fact]) => {
        expect(fact).toMatchObject({ type: 'SlaBreached', ranOutAt: '2026-03-27T09:30:00.000Z' });
      });
  });
});

function toBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}
