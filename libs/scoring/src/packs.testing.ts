import fc from 'fast-check';
import { micro, type Part, type Ratings, type RulePack } from './rule-pack.ts';

export const scale = { min: micro, max: 5 * micro };

/** Goals, manager and at least three peers; who is unsafe gets no more than the middle. */
export const yearly: RulePack = {
  ...{ name: 'yearly', version: 1, total: 'all', daysMin: 90 },
  parts: {
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 50 },
        { part: 'manager', weight: 30 },
        { part: 'peers', weight: 20 },
      ],
    },
    goals: { kind: 'rated', scale: { min: 0, max: micro }, ratingsMin: 1 },
    manager: { kind: 'rated', scale, ratingsMin: 1 },
    peers: { kind: 'rated', scale, ratingsMin: 3 },
    safety: { kind: 'rated', scale, ratingsMin: 1 },
  },
  rules: [{ name: 'unsafe', when: { part: 'safety', below: 250_000 }, atMost: 500_000 }],
  result: { scale, decimals: 2 },
};

/** Ratings in units, not in millionths, with facts of their own. */
export function given(ratings: Readonly<Record<string, readonly number[]>>): Ratings {
  return Object.fromEntries(
    Object.entries(ratings).map(([part, values]) => [
      part,
      values.map((rating, at) => ({ rating: Math.round(rating * micro), fact: `${part}-${at}` })),
    ]),
  );
}

const rated = fc.record({
  kind: fc.constant('rated' as const),
  scale: fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 10 }))
    .map(([min, width]) => ({ min: min * micro, max: (min + width) * micro })),
  ratingsMin: fc.integer({ min: 1, max: 3 }),
});

interface Tree {
  readonly parts: Readonly<Record<string, Part>>;
  readonly top: string;
}

/** Trees of parts; names tell their places, so that none is twice. */
function treeOf(depth: number, name: string): fc.Arbitrary<Tree> {
  const leaf = rated.map((part): Tree => ({ parts: { [name]: part }, top: name }));
  if (depth === 0) return leaf;
  const below = fc.integer({ min: 1, max: 3 }).chain((count) => {
    return fc.tuple(
      ...Array.from({ length: count }, (_, at) => treeOf(depth - 1, `${name}.${at}`)),
    );
  });
  const kind = fc.constantFrom('weighed', 'least', 'most');
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 });
  const inner = fc.tuple(below, kind, weights).map(([trees, of, weight]): Tree => {
    const tops = trees.map(({ top }) => top);
    const part: Part =
      of === 'weighed'
        ? { kind: of, of: tops.map((top, at) => ({ part: top, weight: weight[at] ?? 1 })) }
        : { kind: of as 'least' | 'most', of: tops };
    const parts = Object.assign({}, ...trees.map((tree) => tree.parts)) as Tree['parts'];
    return { parts: { ...parts, [name]: part }, top: name };
  });
  return fc.oneof(leaf, inner);
}

export const packs: fc.Arbitrary<RulePack> = treeOf(3, 'p').chain(({ parts, top }) =>
  fc.record({
    ...{ name: fc.constant('drawn'), version: fc.constant(1), parts: fc.constant(parts) },
    total: fc.constant(top),
    rules: fc.array(
      fc.record({
        name: fc.constant('rule'),
        when: fc.record({
          part: fc.constantFrom(...Object.keys(parts)),
          below: fc.integer({ min: 0, max: micro }),
        }),
        atMost: fc.integer({ min: 0, max: micro }),
      }),
      { maxLength: 1 },
    ),
    result: fc.record({
      scale: fc.constantFrom(scale, { min: 0, max: 100 * micro }, { min: -micro, max: micro }),
      decimals: fc.integer({ min: 0, max: 4 }),
    }),
    daysMin: fc.integer({ min: 0, max: 100 }),
  }),
);

/** Ratings on the scales of a pack; of some parts there are none. */
export function ratingsFor({ parts }: RulePack): fc.Arbitrary<Ratings> {
  const asked = Object.entries(parts).flatMap(([name, part]) => {
    if (part.kind !== 'rated') return [];
    const rating = fc.integer({ min: part.scale.min, max: part.scale.max });
    const all = fc
      .array(rating, { maxLength: 4 })
      .map((values) => values.map((value, at) => ({ rating: value, fact: `${name}-${at}` })));
    return [[name, all] as const];
  });
  return fc.record(Object.fromEntries(asked)) as fc.Arbitrary<Ratings>;
}
