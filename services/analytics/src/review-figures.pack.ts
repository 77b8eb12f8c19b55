import type { Part, RulePack } from '@plumbline/scoring';
import type { PublishedPack } from './views/review-settings.ts';

/** The pack as scores are worked out by it. A part that is told without its scale is of none. */
export function rulePackOf(published: PublishedPack): RulePack {
  const { packId, version, total, daysMin, result, parts, rules } = published;
  return {
    ...{ name: packId, version, total, daysMin, result },
    parts: Object.fromEntries(parts.map((part) => [part.part, partOf(part)])),
    rules: rules.map(({ rule: name, when, atMost }) => ({ name, when, atMost })),
  };
}

function partOf({ kind, scale, ratingsMin, of = [] }: PublishedPack['parts'][number]): Part {
  switch (kind) {
    case 'rated':
      return { kind, scale: scale ?? { min: 0, max: 0 }, ratingsMin: ratingsMin ?? 1 };
    case 'weighed':
      return { kind, of: of.map(({ part, weight = 1 }) => ({ part, weight })) };
    case 'least':
    case 'most':
      return { kind, of: of.map(({ part }) => part) };
  }
}
