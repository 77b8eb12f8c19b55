import { describe, expect, it } from '@jest/globals';
import { checkClock, checkFreeDisk, checkNode, checkStatus, faultsOf } from './doctor.ts';
import { clockSkewMsMax, freeBytesLow, freeBytesMin, viewLagSecondsMax } from './doctor.ts';

describe('what the doctor looks at', () => {
  it.each([
    ['18.20.0', 'fail'],
    ['20.18.3', 'fail'],
    ['20.19.0', 'warn'],
    ['21.7.0', 'fail'],
    ['22.11.0', 'fail'],
    ['22.12.0', 'warn'],
    ['24.0.0', 'ok'],
    ['26.10.0', 'ok'],
  ])('Node %s: %s', (version, state) => expect(checkNode(version).state).toBe(state));

  it('free disk, on each side of its limits', () => {
    expect(checkFreeDisk('.', freeBytesMin - 1).state).toBe('fail');
    expect(checkFreeDisk('.', freeBytesMin).state).toBe('warn');
    expect(checkFreeDisk('.', freeBytesLow - 1).state).toBe('warn');
    expect(checkFreeDisk('.', freeBytesLow).state).toBe('ok');
    expect(checkFreeDisk('.').detail).toMatch(/^\d+ MiB free$/);
  });

  it('clocks that are apart by more than the date of an answer can hide', () => {
    const date = 1_000_000;
    expect(checkClock(date, date + 999 + clockSkewMsMax, date + 9_999_999).state).toBe('ok');
    expect(checkClock(date, date + 1_000 + clockSkewMsMax, date + 9_999_999).state).toBe('warn');
    expect(checkClock(date, 0, date - clockSkewMsMax).state).toBe('ok');
    expect(checkClock(date, 0, date - clockSkewMsMax - 1).state).toBe('warn');
  });

  it('views that lag', () => {
    const state = (lagSeconds: number) => checkStatus({ views: [{ name: 'v', lagSeconds }] })[0];
    expect(state(viewLagSecondsMax)?.state).toBe('ok');
    expect(state(viewLagSecondsMax + 1)).toMatchObject({ name: 'view v', state: 'warn' });
  });

  it('what the server found wrong', () => {
    expect(faultsOf({ ok: true, problems: [] })).toEqual([]);
    expect(faultsOf({ ok: false })).toEqual(['the check failed']);
    expect(faultsOf({ ok: false, checks: [{ ok: true }, { ok: false, name: 'x' }] })).toEqual([
      '{"ok":false,"name":"x"}',
    ]);
  });
});
