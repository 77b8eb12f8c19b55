import { describe, expect, it } from '@jest/globals';
import { clearText, hasField } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { oneToOneDecider } from './one-to-one.decide.ts';
import { ada, agree, agreed, agreedOfCy, complete } from './one-to-one.histories.ts';
import { completed, correct, corrected, cy, drop, dropped } from './one-to-one.histories.ts';
import { held, hold } from './one-to-one.histories.ts';
import { agendaPointsMax } from './one-to-one.rules.ts';
import { pointField } from './one-to-one.ts';

const { given } = specification(oneToOneDecider);

describe('holding a one-to-one', () => {
  it('is told by one of the two, with what was on the agenda', () => given().when(hold).then(held));

  it('may be told by the one whom it is about', () =>
    given()
      .when({ ...hold, by: ada, with: cy })
      .then({ ...held, by: ada, with: cy }));

  it('may be without an agenda', () =>
    given()
      .when({ ...hold, agenda: [] })
      .then({ ...held, points: 0, text: clearText('person:ada', {}) }));

  it('is of two, and about one of them', () => {
    given()
      .when({ ...hold, with: cy })
      .rejects('one-to-one/with-oneself', '/with');
    given()
      .when({ ...hold, about: 'bo' })
      .rejects('one-to-one/about-another', '/about');
    given()
      .when({ ...hold, about: cy })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ text: { of: 'person:cy' } }));
  });

  it('has as many points as allowed, each in a field of its own, and not one more', () => {
    const agenda = Array.from({ length: agendaPointsMax }, (_, index) => `Point ${index}`);
    given()
      .when({ ...hold, agenda })
      .thenSatisfies(([fact]) => {
        if (fact?.type !== 'OneToOneHeld') throw new Error('not held');
        expect(fact.points).toBe(agendaPointsMax);
        const isThere = agenda.map((_, index) => hasField(fact.text, pointField(index)));
        expect(isThere).toEqual(agenda.map(() => true));
      });
    given()
      .when({ ...hold, agenda: [...agenda, 'One more'] })
      .rejects('one-to-one/too-many-points', '/agenda');
  });

  it.each([
    ['2026-07-06T09:59:59.999Z', '2026-07-06', '2026-07-07'],
    // At ten in Greenwich the next day begins in the far east.
    ['2026-07-06T10:00:00.000Z', '2026-07-07', '2026-07-08'],
  ])('at %s may have been on %s, not on %s', (at, latest, after) => {
    given()
      .when({ ...hold, at, now: at, on: latest })
      .then({ ...held, at, on: latest });
    given()
      .when({ ...hold, at, now: at, on: after })
      .rejects('one-to-one/in-the-future', '/on');
  });

  it('is neither told ahead of its day, nor dated back before it', () => {
    const before = '2026-07-05T09:00:00.000Z';
    given()
      .when({ ...hold, now: before })
      .rejects('one-to-one/in-the-future', '/on');
    given()
      .when({ ...hold, at: before })
      .rejects('one-to-one/in-the-future', '/on');
  });

  it('is refused under an id that is taken, also when the other tells of the same', () => {
    given(held)
      .when({ ...hold, act: 'another' })
      .rejects('one-to-one/already-held');
    given(held)
      .when({ ...hold, act: 'another', by: ada, with: cy })
      .rejects('one-to-one/already-held');
  });

  it('has no room for a private note: what is sent beside it enters no fact', () => {
    const note = 'She looks tired.';
    const noted = { note, notes: note, privateNote: note };
    const commands = [hold, agree, complete, { ...drop, actionId: agree.act }, correct];
    for (const command of commands) {
      given(...(command === hold ? [] : command === agree ? [held] : [held, agreed]))
        .when({ ...command, ...noted })
        .thenSatisfies((facts) => {
          expect(facts).toHaveLength(1);
          expect(JSON.stringify(facts)).not.toContain(note);
        });
    }
  });
});

describe('the two who met', () => {
  it('are the only ones who act on it', () => {
    for (const command of [agree, complete, drop, correct]) {
      given(held, agreed, agreedOfCy)
        .when({ ...command, act: 'by-bo', by: 'bo' })
        .rejects('one-to-one/not-of-the-two');
    }
  });

  it('each may do all of it', () => {
    for (const by of [ada, cy]) {
      given(held)
        .when({ ...agree, by })
        .then({ ...agreed, by });
      given(held, agreed)
        .when({ ...complete, by })
        .then({ ...completed, by });
      given(held, agreed, agreedOfCy)
        .when({ ...drop, by })
        .then({ ...dropped, by });
      given(held)
        .when({ ...correct, by })
        .then({ ...corrected, by });
    }
  });

  it('have met', () => {
    for (const command of [agree, complete, drop, correct]) {
      given().when(command).rejects('one-to-one/not-found');
    }
  });
});

describe('correcting the day of a meeting', () => {
  it('keeps the day that it was and the day that it is, with a reason', () => {
    given(held).when(correct).then(corrected);
    given(held, corrected)
      .when({ ...correct, act: 'again', on: '2026-07-02' })
      .then({ ...corrected, act: 'again', from: '2026-07-03', to: '2026-07-02' });
  });

  it('is so already when the other has mended it', () => {
    given(held, corrected)
      .when({ ...correct, act: 'other', by: cy })
      .nothing();
    given(held)
      .when({ ...correct, on: held.on })
      .nothing();
  });

  it('does not move it into the future', () =>
    given(held)
      .when({ ...correct, on: '2026-07-08' })
      .rejects('one-to-one/in-the-future', '/on'));

  it('does not move it behind what is still to be done', () => {
    const late = { ...correct, at: '2026-07-25T09:00:00.000Z', now: '2026-07-25T09:00:00.000Z' };
    const told = { ...corrected, at: late.at };
    given(held, agreed)
      .when({ ...late, on: '2026-07-20' })
      .then({ ...told, to: '2026-07-20' });
    given(held, agreed)
      .when({ ...late, on: '2026-07-21' })
      .rejects('one-to-one/after-an-action-is-due', '/on');
    given(held, agreed, agreedOfCy, completed, dropped)
      .when({ ...late, on: '2026-07-21' })
      .then({ ...told, to: '2026-07-21' });
  });
});
