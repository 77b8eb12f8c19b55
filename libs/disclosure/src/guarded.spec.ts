import { describe, expect, it } from '@jest/globals';
import { guarded, mapGuarded } from './guarded.ts';

describe('a guarded figure', () => {
  it('is computed where it is shown', () => {
    expect(guarded({ shown: true, n: 8 }, (n) => n * 10)).toEqual({ shown: true, value: 80, n: 8 });
  });

  it('is not even computed where it is withheld', () => {
    const computed = guarded<number>({ shown: false, reason: 'overlap' }, () => {
      throw new Error('nobody may compute this');
    });
    expect(computed).toEqual({ shown: false, reason: 'overlap' });
  });

  it('takes nothing else along from what was decided', () => {
    const decided = { shown: false, reason: 'complementary', n: 4 } as const;
    expect(guarded(decided, () => 1)).toEqual({ shown: false, reason: 'complementary' });
  });

  it('is changed where it is shown, and stays withheld where it is not', () => {
    const shown = guarded({ shown: true, n: 8 }, () => 2);
    expect(mapGuarded(shown, String)).toEqual({ shown: true, value: '2', n: 8 });
    const withheld = guarded({ shown: false, reason: 'across-releases' }, () => 2);
    expect(mapGuarded(withheld, String)).toEqual({ shown: false, reason: 'across-releases' });
  });
});
