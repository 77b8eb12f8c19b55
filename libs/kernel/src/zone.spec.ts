import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isZone, wallTime, zoneFormatsKeptMax } from './zone.ts';

const at = (instant: string) => Date.parse(instant);

describe('a zone', () => {
  it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'])(
    'is %s',
    (zone) => expect(isZone(zone)).toBe(true),
  );

  it.each(['Europe/Atlantis', '', '+02:00', 'Europe/Berlin\n', ' UTC', `A${'a'.repeat(64)}`])(
    'is not %j',
    (zone) => expect(isZone(zone)).toBe(false),
  );
});

describe('the time on the wall', () => {
  it('is that of the zone, in summer as in winter', () => {
    expect(wallTime('Europe/Berlin', at('2026-06-30T22:15:00Z'))).toEqual({
      ...{ day: '2026-07-01', minute: 15, weekday: 2 },
    });
    expect(wallTime('Europe/Berlin', at('2026-12-31T22:15:00Z'))).toEqual({
      ...{ day: '2026-12-31', minute: 23 * 60 + 15, weekday: 3 },
    });
    expect(wallTime('Asia/Kathmandu', at('2026-07-05T18:14:59Z')).minute).toBe(23 * 60 + 59);
    expect(wallTime('Pacific/Kiritimati', at('2026-07-05T10:00:00Z'))).toEqual({
      ...{ day: '2026-07-06', minute: 0, weekday: 0 },
    });
  });

  it('skips an hour where the clocks go forward', () => {
    expect(wallTime('Europe/Berlin', at('2026-03-29T00:59:00Z')).minute).toBe(119);
    expect(wallTime('Europe/Berlin', at('2026-03-29T01:00:00Z')).minute).toBe(180);
  });

  it('of UTC is what the instant says, on any day', () => {
    const days = { min: at('1970-01-01T00:00:00Z'), max: at('2199-12-31T00:00:00Z') };
    fc.assert(
      fc.property(fc.integer(days), (ms) => {
        const [day, time = ''] = new Date(ms).toISOString().split('T');
        const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
        expect(wallTime('UTC', ms)).toMatchObject({ day, minute });
      }),
    );
  });

  it('reads the same, however many others were asked between', () => {
    const before = wallTime('Europe/Berlin', 0);
    for (const zone of Intl.supportedValuesOf('timeZone').slice(0, zoneFormatsKeptMax + 1)) {
      expect(isZone(zone)).toBe(true);
    }
    expect(wallTime('Europe/Berlin', 0)).toEqual(before);
  });
});
