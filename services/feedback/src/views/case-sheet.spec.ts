import { describe, expect, it } from '@jest/globals';
import { said } from '@plumbline/views';
import * as the from '../case/case.histories.ts';
import type { ServiceCaseFact } from '../case/case.ts';
import { clockStanding, isLate } from '../cases.standing.ts';
import * as level from '../service-level/service-level.histories.ts';
import { caseSheet, unmarkedOf } from './case-sheet.ts';
import { foldOf, recorded } from './cases.histories.ts';
import { serviceLevelSheet } from './service-level-sheet.ts';

const { opened, responded, paused, resumed, resolved, reopened, breached } = the;
const { resolvedLate, corrected } = the;
const sheetOf = (...facts: readonly ServiceCaseFact[]) => foldOf(caseSheet, facts);
const running = [opened, responded, paused, resumed] as const;
const over = [...running, resolved] as const;
const back = [...over, reopened] as const;

describe('the sheet of a case', () => {
  it('has what it began with, and what happened to it', () => {
    const sheet = sheetOf(...back, breached);
    expect(sheet).toMatchObject({
      ...{ caseId: the.caseId, unit: 'desk', openedAt: opened.at, resolved: null, revision: 6 },
      customer: said('fact-0', 'customer'),
      summary: said('fact-0', 'summary'),
      standing: { stage: 'running', slaRef: opened.slaRef, touchpoint: 'form' },
    });
    expect(sheet.standing).not.toHaveProperty('acts');
    expect(sheet.history.map(({ type }) => type)).toEqual([
      ...['CaseOpened', 'CaseResponded', 'ClockPaused', 'ClockResumed', 'CaseResolved'],
      ...['CaseReopened', 'SlaBreached'],
    ]);
    expect(sheet.history[2]).toMatchObject({ cause: 'customer', by: { sub: 'bo' }, reading: null });
    expect(sheet.history[4]).toMatchObject({ reading: resolved.reading });
    expect(sheet.history[5]).toMatchObject({ reason: said('fact-5', 'reason') });
    const { clock, ranOutAt } = breached;
    expect(sheet.history[6]).toMatchObject({ breach: { clock, ranOutAt } });
    expect(Object.keys(sheet.texts)).toEqual(['fact-0', 'fact-5']);
  });

  it('is found by unit, level, stage, month, and by the days on which it is due', () => {
    const found = (...facts: readonly ServiceCaseFact[]) => caseSheet.index(sheetOf(...facts));
    expect(found(opened)).toEqual({
      ...{ unit: 'desk', sla: opened.slaRef, opened: '2026-03', stage: ['running', 'open'] },
      ...{ due: ['2026-03-27', '2026-03-30'], unmarked: 'yes' },
    });
    // The response came in time, and of a clock that stands still it is not known.
    expect(found(opened, responded, paused)).toMatchObject({
      ...{ stage: ['paused', 'open'], due: [], unmarked: 'no' },
    });
    expect(found(...over)).toMatchObject({ stage: ['resolved'], due: [], unmarked: 'no' });
    expect(found(...back)).toMatchObject({ due: ['2026-04-02'], unmarked: 'yes' });
    expect(found(...back, breached)).toMatchObject({ due: [], unmarked: 'no' });
    expect(unmarkedOf(sheetOf(...back))).toEqual([
      { clock: 'resolution', after: breached.ranOutAt },
    ]);
  });

  it('keeps a breach that was none, with its correction beside it', () => {
    const sheet = sheetOf(...back, breached, resolvedLate, corrected);
    const { clock, ranOutAt } = corrected;
    expect(sheet.history.slice(-3)).toMatchObject([
      { type: 'SlaBreached', at: breached.at, breach: { clock, ranOutAt } },
      { type: 'CaseResolved', reading: { met: true } },
      { type: 'SlaBreachCorrected', at: corrected.at, breach: { clock, ranOutAt } },
    ]);
    expect(sheet.standing.breached).toEqual([]);
    expect(caseSheet.index(sheet)).toMatchObject({ unmarked: 'no', stage: ['resolved'] });
    // As of an instant before the breach held, there was none to correct.
    const early = sheetOf(...back, resolvedLate, corrected);
    expect(early.history.map(({ type }) => type)).not.toContain('SlaBreachCorrected');
    expect(early.revision).toBe(back.length + 1);
  });

  it('reads its clocks at any instant', () => {
    const sheet = sheetOf(...back);
    const at = '2026-03-30T12:00:00.000Z';
    expect(clockStanding(sheet, 'firstResponse', at)).toEqual({
      ...{ targetMinutes: 120, elapsedMinutes: 90, dueAt: null, isOverdue: false },
      ...{ endedAt: responded.at, met: true },
    });
    expect(clockStanding(sheet, 'resolution', at)).toMatchObject({
      ...{ elapsedMinutes: 8 * 60, isOverdue: false, endedAt: null, met: null },
    });
    expect(isLate(sheet, breached.ranOutAt)).toBe(false);
    expect(isLate(sheet, breached.at)).toBe(true);
    expect(clockStanding(sheet, 'resolution', breached.at)).toMatchObject({
      ...{ dueAt: breached.ranOutAt, isOverdue: true, endedAt: null, met: null },
    });
  });

  it('is not late once it is over, however late that was', () => {
    const late = { ...resolved, at: '2026-04-09T08:00:00.000Z' };
    const sheet = sheetOf(...running, late);
    expect(isLate(sheet, '2026-04-08T08:00:00.000Z')).toBe(true);
    expect(isLate(sheet, '2026-04-10T08:00:00.000Z')).toBe(false);
    expect(clockStanding(sheet, 'resolution', '2026-04-10T08:00:00.000Z')).toMatchObject({
      ...{ isOverdue: true, endedAt: late.at, met: false },
    });
  });

  it('is of cases alone, and of none that was not opened', () => {
    const [other, pause] = recorded([level.defined, paused]);
    if (other === undefined || pause === undefined) throw new Error('Both are there.');
    expect(caseSheet.keys(other)).toEqual([]);
    expect(caseSheet.fold(undefined, other, 'one')).toBeUndefined();
    expect(caseSheet.keys(pause)).toEqual([the.caseId]);
    expect(caseSheet.fold(undefined, pause, 'one')).toBeUndefined();
  });
});

describe('the sheet of a service level', () => {
  it('is the newest version, with those before', () => {
    const sheet = foldOf(serviceLevelSheet, [level.defined, level.revised]);
    expect(sheet).toMatchObject({
      ...{ serviceLevelId: level.serviceLevelId, version: 2, definedAt: level.defined.at },
      ...{ targets: level.revised.targets, opening: level.office, revision: 1 },
      name: said('fact-0', 'name'),
      versions: [
        { version: 1, since: level.defined.at, targets: level.targets, reason: null },
        { version: 2, since: level.revised.at, reason: said('fact-1', 'reason') },
      ],
    });
    expect(serviceLevelSheet.index(sheet)).toEqual({ zone: 'Europe/Berlin' });
    const [other] = recorded([opened]);
    if (other === undefined) throw new Error('It is there.');
    expect(serviceLevelSheet.keys(other)).toEqual([]);
    expect(serviceLevelSheet.fold(sheet, other, 'one')).toBe(sheet);
  });
});
