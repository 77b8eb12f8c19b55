import { describe, expect, it } from '@jest/globals';
import { readiness } from './health.ts';

describe('a check of health', () => {
  it('is asked once at a time: who asks meanwhile gets that answer', async () => {
    const answers: (() => void)[] = [];
    const check = () => new Promise<undefined>((resolve) => answers.push(() => resolve(undefined)));
    const slow = { name: 'slow', check };
    const asked = Promise.all([readiness([slow]), readiness([slow]), readiness([slow])]);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    expect((await asked).map(({ status }) => status)).toEqual(['ready', 'ready', 'ready']);

    const next = readiness([slow]);
    expect(answers).toHaveLength(2);
    answers[1]?.();
    expect(await next).toMatchObject({ status: 'ready' });
  });

  it('that failed is asked again', async () => {
    let times = 0;
    const check = async () => {
      times += 1;
      if (times === 1) throw new Error('away');
      return undefined;
    };
    const away = { name: 'away', check };
    const detail = 'The check itself failed.';
    expect(await readiness([away])).toMatchObject({ checks: [{ ok: false, detail }] });
    expect(await readiness([away])).toMatchObject({ status: 'ready' });
  });
});
