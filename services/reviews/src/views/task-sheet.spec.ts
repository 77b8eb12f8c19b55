import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Position, Recorded } from '@plumbline/kernel';
import * as session from '../calibration-session/calibration-session.histories.ts';
import { cycleStages } from '../cycle/cycle.ts';
import type { ReviewsFact } from '../facts.ts';
import * as the from '../review/review.histories.ts';
import { daysLeft, standingIn, taskKinds } from './task-rules.ts';
import { taskSheet, type TaskSheet } from './task-sheet.ts';

type AnyFact = Extract<ReviewsFact, { readonly at: string }>;

function sheetOf(...facts: readonly AnyFact[]): TaskSheet {
  let sheet: TaskSheet | undefined;
  for (const [revision, fact] of facts.entries()) {
    const recorded: Recorded<ReviewsFact> = {
      ...{ fact, id: `fact-${revision}`, tenant: 't', stream: 'reviews.one-t.x', revision },
      position: String(revision + 1).padStart(20, '0') as Position,
      ...{ recordedAt: 0, effectiveAt: fact.at, actor: { sub: 'x', via: 'http' } },
      ...{ commandId: 'c', correlationId: 'c', causationId: 'c' },
    };
    const [key = ''] = taskSheet.keys(recorded);
    sheet = taskSheet.fold(sheet, recorded, key);
  }
  if (sheet === undefined) throw new Error('there is no document');
  return sheet;
}

const told = (sheet: TaskSheet) =>
  sheet.tasks.map(({ what, who, ended }) => `${what} ${who ?? 'hr'} ${ended?.how ?? 'open'}`);
const toldOf = (...facts: readonly AnyFact[]) => told(sheetOf(...facts));

describe('what is to be done in a review', () => {
  it('is, at first, the own part and that of the manager, by their days', () => {
    const { tasks } = sheetOf(the.opened);
    expect(tasks).toEqual([
      { what: 'self', who: 'ada', due: '2027-01-15', since: the.opened.at, ended: null },
      { what: 'manager', who: 'mia', due: '2027-01-31', since: the.opened.at, ended: null },
    ]);
  });

  it('is asked of peers, until they decline', () => {
    expect(toldOf(the.opened, the.invited)).toContain('peer cy open');
    expect(toldOf(the.opened, the.invited, the.declined)).toContain('peer cy withdrawn');
  });

  it('is to finalise once the manager has written, and done by that', () => {
    expect(toldOf(...the.rated)).toEqual([
      ...['self ada open', 'manager mia done', 'finalise mia open'],
    ]);
    expect(toldOf(...the.rated, the.finalised)).toEqual([
      ...['self ada lapsed', 'manager mia done', 'finalise mia done'],
    ]);
  });

  it('waits while ratings are compared, and is to finalise after that', () => {
    expect(toldOf(...the.rated, the.entered)).toContain('finalise mia withdrawn');
    const after = sheetOf(...the.rated, the.entered, the.calibrated);
    expect(told(after)).toEqual([...['self ada lapsed', 'manager mia done', 'finalise mia open']]);
    expect(after.tasks.at(-1)?.since).toBe(the.calibrated.at);
  });

  it.each([
    ['is acknowledged', the.acknowledged, 'acknowledge ada done'],
    ['lapses in silence', the.silent, 'acknowledge ada lapsed'],
    ['is answered by a dispute', the.disputed, 'acknowledge ada done'],
  ])('once shared %s', (_, fact, expected) => {
    expect(toldOf(...the.toldSubject)).toContain('acknowledge ada open');
    expect(toldOf(...the.toldSubject, fact)).toContain(expected);
  });

  it('is for HR partners where the subject disputes', () => {
    const disputed = sheetOf(...the.toldSubject, the.disputed);
    expect(told(disputed)).toContain('resolve hr open');
    expect(taskSheet.index(disputed)).toMatchObject({ open: ['role:hr-partner'], pending: 'yes' });
    const turnedDown = sheetOf(...the.toldSubject, the.disputed, the.turnedDown);
    expect(told(turnedDown)).toContain('resolve hr done');
    expect(taskSheet.index(turnedDown)).toMatchObject({ open: [], pending: [] });
  });

  it('is to correct what a dispute was right about, until it is reopened', () => {
    const right = [...the.toldSubject, the.disputed, the.resolved] as const;
    expect(told(sheetOf(...right))).toEqual(
      expect.arrayContaining(['resolve hr done', 'correct hr open']),
    );
    expect(taskSheet.index(sheetOf(...right))).toMatchObject({ open: ['role:hr-partner'] });
    expect(told(sheetOf(...right, the.reopened))).toEqual(
      expect.arrayContaining(['correct hr done', 'finalise mia open']),
    );
  });

  it('is of each manager who is still to write a part of the period', () => {
    const two = [
      { manager: 'mia', from: '2026-01-01', to: '2026-08-31', days: 243 },
      { manager: 'mo', from: '2026-09-01', to: '2026-12-31', days: 108 },
    ];
    const opened = { ...the.opened, accountable: two };
    expect(toldOf(opened)).toEqual(['self ada open', 'manager mia open', 'manager mo open']);
    expect(toldOf(opened, the.secondSubmitted)).toEqual([
      ...['self ada open', 'manager mia open', 'manager mo done', 'finalise mo open'],
    ]);
    expect(toldOf(opened, the.secondSubmitted, the.managerSubmitted)).toContain('manager mia done');
  });

  it('is not to finalise for a manager who may not read it yet: HR partners do, until they write', () => {
    const two = [
      { manager: 'mo', from: '2026-01-01', to: '2026-08-31', days: 243 },
      { manager: 'mia', from: '2026-09-01', to: '2026-12-31', days: 108 },
    ];
    const back = { ...the.reassigned, on: '2027-01-10', segment: null };
    const blind = [{ ...the.opened, accountable: two }, the.managerSubmitted, back] as const;
    expect(toldOf(...blind)).toEqual([
      ...['self ada open', 'manager mo open', 'manager mia done'],
      ...['finalise mia withdrawn', 'finalise hr open'],
    ]);
    const both = sheetOf(...blind, the.secondSubmitted);
    expect(told(both)).toEqual(
      expect.arrayContaining(['manager mo done', 'finalise hr withdrawn', 'finalise mo open']),
    );
    expect(taskSheet.index(both)['open']).toEqual(['person:ada', 'person:mo']);
  });

  it('begins anew with a revision, and ends with a withdrawal', () => {
    const again = sheetOf(...the.toldSubject, the.acknowledged, the.reopened);
    expect(again).toMatchObject({ revision: 2 });
    expect(told(again)).toContain('finalise mia open');
    expect(toldOf(the.opened, the.invited, the.withdrawn)).toEqual([
      ...['self ada withdrawn', 'manager mia withdrawn', 'peer cy withdrawn'],
    ]);
  });

  it('goes to the manager who takes over', () => {
    expect(toldOf(the.opened, the.sealed, the.reassigned)).toEqual([
      ...['self ada open', 'manager mia withdrawn', 'manager mo open'],
    ]);
  });
});

describe('what is to be done in a session', () => {
  it('is to compare, for each who takes part, until it is locked', () => {
    expect(toldOf(session.convened)).toEqual([
      ...['calibrate hana open', 'calibrate cy open', 'calibrate mia open'],
    ]);
    expect(toldOf(session.convened, session.excused)).toContain('calibrate mia withdrawn');
    expect(toldOf(session.convened, session.locked)).toContain('calibrate cy done');
  });
});

describe('the stage of a cycle', () => {
  it('lets things be written before ratings are compared, and finalised while they are', () => {
    const stood = (what: (typeof taskKinds)[number]) =>
      cycleStages.map((stage) => standingIn(what, 1, stage));
    const over = ['lapsed', 'lapsed', 'lapsed', 'withdrawn'];
    expect(stood('self')).toEqual(['waiting', 'open', 'open', 'lapsed', ...over]);
    expect(stood('finalise')).toEqual(['waiting', 'waiting', 'waiting', 'open', ...over]);
    expect(stood('calibrate')).toEqual(['open', 'open', 'open', 'open', ...over]);
    expect(new Set(stood('acknowledge'))).toEqual(new Set(['open']));
  });

  it('does not hold for a review that was reopened, but where it ends its cycle', () => {
    const stood = (what: (typeof taskKinds)[number]) =>
      cycleStages.map((stage) => standingIn(what, 2, stage));
    const cancelled = 'withdrawn';
    const always = Array.from({ length: cycleStages.length - 1 }, () => 'open');
    expect(stood('peer')).toEqual([...always, cancelled]);
    // Ratings are final once they were compared, of whichever revision.
    const waiting = ['waiting', 'waiting', 'waiting'];
    expect(stood('finalise')).toEqual([...waiting, ...always.slice(3), cancelled]);
    for (const what of ['resolve', 'correct'] as const) {
      expect(stood(what)).toEqual([...always, 'open']);
    }
  });
});

describe('the days that are left', () => {
  it('are those of the calendar on the wall', () => {
    const at = Date.parse('2027-01-15T23:30:00.000Z');
    expect(daysLeft('2027-01-15', 'UTC', at)).toBe(0);
    expect(daysLeft('2027-01-15', 'Asia/Tokyo', at)).toBe(-1);
    expect(daysLeft('2027-01-18', 'America/Los_Angeles', at)).toBe(3);
  });

  it('are one less each day, over every change of the clocks', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC');
    const noon = fc.integer({ min: 0, max: 3_000 }).map((day) => Date.UTC(2023, 0, day + 1, 12));
    fc.assert(
      fc.property(zone, noon, (of, at) => {
        const tomorrow = daysLeft('2027-01-15', of, at + 86_400_000);
        expect(tomorrow).toBe(daysLeft('2027-01-15', of, at) - 1);
      }),
      { numRuns: 200 },
    );
  });
});
