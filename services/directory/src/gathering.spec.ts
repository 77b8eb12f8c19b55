import { describe, expect, it } from '@jest/globals';
import { createGathering, type GatheringOptions } from './gathering.ts';

interface Item {
  readonly group: string;
  readonly name: string;
  readonly size: number;
}
const item = (name: string, size = 1, group = 'one'): Item => ({ group, name, size });

/** A gathering whose works wait until they are let go, with what each was given. */
function gathered(over: Partial<GatheringOptions<Item, string>> = {}) {
  const works: { readonly names: readonly string[]; readonly letGo: () => void }[] = [];
  const gathering = createGathering<Item, string>({
    groupOf: ({ group }) => group,
    sizeOf: ({ size }) => size,
    ...{ sizeMax: 10, countMax: 3 },
    work: (items) =>
      new Promise((resolve) => {
        const names = items.map(({ name }) => name);
        works.push({ names, letGo: () => resolve(names.map((name) => `done ${name}`)) });
      }),
    ...over,
  });
  const namesOfWorks = () => works.map(({ names }) => names);
  return { gathering, works, namesOfWorks };
}
/** Long enough for a work to end and the next to begin. */
const turn = async () => {
  for (let round = 0; round < 3; round += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a gathering', () => {
  it('takes what comes in one turn together, and gives each its own result', async () => {
    const { gathering, works, namesOfWorks } = gathered();
    const results = Promise.all(['a', 'b', 'c'].map((name) => gathering.add(item(name))));
    await turn();
    expect(namesOfWorks()).toEqual([['a', 'b', 'c']]);
    works[0]?.letGo();
    expect(await results).toEqual(['done a', 'done b', 'done c']);
  });

  it('lets what comes meanwhile wait, and takes it together in its order', async () => {
    const { gathering, works, namesOfWorks } = gathered();
    const first = gathering.add(item('a'));
    await turn();
    const others = [gathering.add(item('b')), gathering.add(item('c'))];
    await turn();
    expect(namesOfWorks()).toEqual([['a']]);
    works[0]?.letGo();
    await first;
    await turn();
    expect(namesOfWorks()).toEqual([['a'], ['b', 'c']]);
    works[1]?.letGo();
    expect(await Promise.all(others)).toEqual(['done b', 'done c']);
  });

  it.each([
    ['as many as there may be', [1, 1, 1], 1],
    ['one more than there may be', [1, 1, 1, 1], 2],
    ['as much as fits', [4, 6], 1],
    ['more than fits', [4, 7], 2],
    ['one that is too large by itself', [11], 1],
    ['one that is too large, after another', [1, 11], 2],
  ])('takes together %s: %j', async (_, sizes, worksMade) => {
    const { gathering, works } = gathered();
    const results = sizes.map((size, index) => gathering.add(item(String(index), size)));
    for (let work = 0; work < worksMade; work += 1) {
      await turn();
      expect(works).toHaveLength(work + 1);
      works[work]?.letGo();
      await turn();
    }
    expect(await Promise.all(results)).toEqual(sizes.map((size, index) => `done ${index}`));
    await turn();
    expect(works).toHaveLength(worksMade);
  });

  it('never puts different groups together, and lets none wait for another', async () => {
    const { gathering, works, namesOfWorks } = gathered();
    const results = [gathering.add(item('a')), gathering.add(item('b', 1, 'two'))];
    await turn();
    expect(namesOfWorks()).toEqual([['a'], ['b']]);
    works[1]?.letGo();
    expect(await results[1]).toBe('done b');
    works[0]?.letGo();
    expect(await results[0]).toBe('done a');
  });

  it('tells all of a work that fails, and goes on with the next', async () => {
    let works = 0;
    const { gathering } = gathered({
      work: async (items) => {
        works += 1;
        if (works === 1) throw new Error('not now');
        return items.map(({ name }) => name);
      },
    });
    const failed = ['a', 'b'].map((name) => gathering.add(item(name)));
    for (const one of await Promise.allSettled(failed)) {
      expect(one).toMatchObject({ status: 'rejected', reason: { message: 'not now' } });
    }
    expect(await gathering.add(item('c'))).toBe('c');
  });
});
