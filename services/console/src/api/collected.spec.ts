import { describe, expect, test } from '@jest/globals';
import { askedLengthMax, collected } from './collected.ts';

/** What was asked, and a page that has asked for everything when `send` is called. */
function page(answer: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>, max = 3) {
  const asked: (readonly string[])[] = [];
  const due: (() => void)[] = [];
  const nameOf = collected(
    async (ids) => {
      asked.push(ids);
      return answer(ids);
    },
    { max, later: (run) => due.push(run) },
  );
  return { asked, nameOf, send: () => due.splice(0).forEach((run) => run()) };
}

const known = async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`]));

describe('names that a page asks for one by one', () => {
  test('are one question, each id once, and everybody who asked has the answer', async () => {
    const { asked, nameOf, send } = page(known);
    const names = Promise.all(['ada', 'bo', 'ada'].map((id) => nameOf(id)));
    expect(asked).toEqual([]);
    send();
    expect(await names).toEqual(['Name of ada', 'Name of bo', 'Name of ada']);
    expect(asked).toEqual([['ada', 'bo']]);
  });

  test('are asked for anew when the page wants more', async () => {
    const { asked, nameOf, send } = page(known);
    const first = nameOf('ada');
    send();
    const second = nameOf('bo');
    send();
    expect(await Promise.all([first, second])).toEqual(['Name of ada', 'Name of bo']);
    expect(asked).toEqual([['ada'], ['bo']]);
  });

  test('are none for those whom the answer does not have', async () => {
    const { nameOf, send } = page(async () => new Map([['ada', 'Ada']]));
    const names = Promise.all(['ada', 'ghost'].map((id) => nameOf(id)));
    send();
    expect(await names).toEqual(['Ada', null]);
  });

  test('go in questions of no more ids than the server takes, nor longer than an address', async () => {
    const { asked, nameOf, send } = page(known);
    const all = ['a', 'b', 'c', 'd'].map((id) => nameOf(id));
    send();
    expect(asked).toEqual([['a', 'b', 'c'], ['d']]);
    const long = ['x', 'y', 'z'].map((id) => id.repeat(askedLengthMax / 2));
    const more = long.map((id) => nameOf(id));
    send();
    expect(asked.slice(2)).toEqual([long.slice(0, 2), long.slice(2)]);
    expect(await Promise.all([...all, ...more])).toHaveLength(7);
  });

  test('fail together, and the next question is a new one', async () => {
    let isDown = true;
    const { nameOf, send } = page(async (ids) => {
      if (isDown) throw new Error('down');
      return known(ids);
    });
    const names = Promise.allSettled(['ada', 'bo'].map((id) => nameOf(id)));
    send();
    expect((await names).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    const again = nameOf('ada');
    send();
    expect(await again).toBe('Name of ada');
  });
});
