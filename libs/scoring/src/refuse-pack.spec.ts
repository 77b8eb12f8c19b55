import { describe, expect, it } from '@jest/globals';
import { micro, packDepthMax, packPartsMax, packRulesMax, refusePack } from './index.ts';
import type { Part, RulePack } from './index.ts';
import { scale, yearly } from './packs.testing.ts';

const rated: Part = { kind: 'rated', scale, ratingsMin: 1 };
const told = (pack: RulePack) => {
  const refused = refusePack(pack);
  return refused === undefined ? undefined : [refused.code, refused.field];
};
const withParts = (parts: RulePack['parts'], total = 'all'): RulePack => {
  return { ...yearly, rules: [], parts, total };
};
/** So many parts, one within the other, around one that is rated. */
const nested = (depth: number) => {
  const inner = Array.from({ length: depth - 1 }, (_, at) => {
    return [`p${at}`, { kind: 'most', of: [`p${at + 1}`] }] as const;
  });
  return withParts({ ...Object.fromEntries(inner), [`p${depth - 1}`]: rated }, 'p0');
};
const many = (count: number) => {
  const names = Array.from({ length: count - 1 }, (_, at) => `p${at}`);
  const half = Math.ceil(names.length / 2);
  const inner: Record<string, Part> = {
    ...{ all: { kind: 'most', of: ['p0', 'p1'] } },
    ...{ p0: { kind: 'most', of: names.slice(2, half + 1) } },
    ...{ p1: { kind: 'most', of: names.slice(half + 1) } },
  };
  return withParts({ ...Object.fromEntries(names.map((name) => [name, rated])), ...inner });
};

describe('a rule pack', () => {
  it('is published when it ends and divides by nothing', () => {
    expect(told(yearly)).toBeUndefined();
    expect(told(nested(packDepthMax))).toBeUndefined();
    expect(told(many(packPartsMax))).toBeUndefined();
  });

  const of = (...parts: string[]): Part => ({ kind: 'most', of: parts });
  const refused: readonly (readonly [why: string, pack: RulePack, code: string, field?: string])[] =
    [
      ['has a name that is no code', { ...yearly, name: 'Ünsere' }, 'name-not-a-code'],
      ['has a part without a name', withParts({ all: of(''), '': rated }), 'name-not-a-code'],
      ['has no version', { ...yearly, version: 0 }, 'version-not-a-count', '/version'],
      ['has too many parts', many(packPartsMax + 1), 'too-large', '/parts'],
      [
        'has too many rules',
        {
          ...yearly,
          rules: Array.from({ length: packRulesMax + 1 }, () => yearly.rules[0] ?? lost()),
        },
        ...(['too-large', '/parts'] as const),
      ],
      [
        'has a scale of one point, which would divide by nothing',
        withParts({ all: { ...rated, scale: { min: micro, max: micro } } }),
        ...(['scale-without-width', '/parts/all/scale'] as const),
      ],
      [
        'has a scale of no numbers',
        { ...yearly, result: { decimals: 2, scale: { min: 0, max: Infinity } } },
        ...(['scale-without-width', '/result/scale'] as const),
      ],
      [
        'has digits that no scale has',
        { ...yearly, result: { scale, decimals: 5 } },
        ...(['decimals-out-of-range', '/result/decimals'] as const),
      ],
      ['asks for half a day', { ...yearly, daysMin: 0.5 }, 'days-out-of-range', '/daysMin'],
      [
        'takes a mean of no ratings',
        withParts({ all: { ...rated, ratingsMin: 0 } }),
        ...(['ratings-out-of-range', '/parts/all/ratingsMin'] as const),
      ],
      ['has a part of nothing', withParts({ all: of() }), 'part-of-nothing', '/parts/all/of'],
      [
        'names a part twice',
        withParts({ all: of('a', 'a'), a: rated }),
        'part-of-nothing',
        '/parts/all/of',
      ],
      [
        'names one that is not there',
        withParts({ all: of('constructor') }),
        'part-not-found',
        '/parts/all/of',
      ],
      ['has no score', { ...yearly, total: 'toString' }, 'part-not-found', '/total'],
      [
        'weighs nothing, which would divide by nothing',
        withParts({ all: { kind: 'weighed', of: [{ part: 'a', weight: 0 }] }, a: rated }),
        ...(['weight-out-of-range', '/parts/all/of'] as const),
      ],
      [
        'weighs a part less than nothing',
        withParts({ all: { kind: 'weighed', of: [{ part: 'a', weight: -1 }] }, a: rated }),
        ...(['weight-out-of-range', '/parts/all/of'] as const),
      ],
      [
        'has a part within itself',
        withParts({ all: of('all') }),
        'part-within-itself',
        '/parts/all',
      ],
      [
        'has a ring beside the score',
        withParts({ all: rated, a: of('b'), b: of('a') }),
        ...(['part-within-itself', '/parts/a'] as const),
      ],
      ['is too deep', nested(packDepthMax + 1), 'part-within-itself', `/parts/p${packDepthMax}`],
      [
        'counts a part at two places',
        withParts({ all: of('a', 'b'), a: of('c'), b: of('c'), c: rated }),
        ...(['part-twice', '/parts/b/of'] as const),
      ],
      [
        'has a part that nothing asks for',
        withParts({ all: rated, a: rated }),
        'part-unused',
        '/parts/a',
      ],
      [
        'has a rule on what is not there',
        { ...yearly, rules: [{ name: 'r', when: { part: 'mood', below: 0 }, atMost: 0 }] },
        ...(['part-unused', '/parts/safety'] as const),
      ],
      [
        'has a rule that is no share',
        {
          ...yearly,
          rules: [{ name: 'r', when: { part: 'safety', below: micro + 1 }, atMost: 0 }],
        },
        ...(['share-out-of-range', '/rules/0'] as const),
      ],
      [
        'has two rules of one name',
        { ...yearly, rules: [...yearly.rules, ...yearly.rules] },
        ...(['rule-twice', '/rules/1/name'] as const),
      ],
    ];

  it.each(refused.map(([why, ...rest]) => [why, rest] as const))(
    'is refused when it %s',
    (_, [pack, code, field]) => {
      expect(told(pack)).toEqual([`rule-pack/${code}`, field]);
    },
  );

  it('has rules on parts that there are', () => {
    const rules = [{ name: 'r', when: { part: 'mood', below: 0 }, atMost: 0 }];
    const { safety: _, ...parts } = yearly.parts;
    expect(told({ ...yearly, parts, rules })).toEqual([
      ...['rule-pack/part-not-found', '/rules/0/when/part'],
    ]);
  });
});

function lost(): never {
  throw new Error('The pack has a rule.');
}
