import { never } from '@plumbline/kernel';
import type { FactOf, ReviewsPublished } from '@plumbline/contracts';
import type { Part, RulePack } from '@plumbline/scoring';
import type { SettingsFact } from './settings.facts.ts';
import type { Item, ReviewTemplate } from './template/template.ts';

/** A pack leaves whole: who has it and the ratings has the score. Of a template no word does. */
export function publishOfSettings(fact: SettingsFact): FactOf<ReviewsPublished> {
  switch (fact.type) {
    case 'RulePackPublished': {
      const { packId, version, hash, pack } = fact;
      const data = { packId, version, hash, ...toldOf(pack) };
      return { type: 'reviews.RulePackPublished.v1', data };
    }
    case 'TemplatePublished': {
      const { templateId, version, hash, template } = fact;
      const data = { templateId, version, hash, ...asksOf(template) };
      return { type: 'reviews.TemplatePublished.v1', data };
    }
    default:
      return never(fact);
  }
}

/** Names of parts are of others' choosing: they are values, and no members. */
function toldOf({ total, daysMin, result, parts, rules }: RulePack) {
  const { min, max } = result.scale;
  return {
    ...{ total, daysMin, result: { scale: { min, max }, decimals: result.decimals } },
    parts: Object.entries(parts).map(([name, part]) => ({ part: name, ...partOf(part) })),
    rules: rules.map(({ name: rule, when: { part, below }, atMost }) => {
      return { rule, when: { part, below }, atMost };
    }),
  };
}

function partOf(part: Part) {
  switch (part.kind) {
    case 'rated': {
      const { kind, scale, ratingsMin } = part;
      return { kind, scale: { min: scale.min, max: scale.max }, ratingsMin };
    }
    case 'weighed':
      return {
        kind: part.kind,
        of: part.of.map((one) => ({ part: one.part, weight: one.weight })),
      };
    case 'least':
    case 'most':
      return { kind: part.kind, of: part.of.map((one) => ({ part: one })) };
    default:
      return never(part);
  }
}

function asksOf({ scale: { min, max }, sections, inputs }: ReviewTemplate) {
  return {
    scale: { min, max },
    items: sections.flatMap(({ role, items }) => items.map((item) => ({ role, ...itemOf(item) }))),
    inputs: inputs.map(({ part, from }) => ({ part, from })),
  };
}

function itemOf(item: Item) {
  const { id, kind, required } = item;
  const part = item.kind === 'rating' ? item.part : undefined;
  return { id, kind, required, ...(part === undefined ? {} : { part }) };
}
