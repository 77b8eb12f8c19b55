import { reject, type Rejection } from '@plumbline/kernel';
import type { RulePack, Scale } from '@plumbline/scoring';
import type { Item, ReviewTemplate } from './template.ts';

/**
 * Whether a rule pack counts what a template asks: each part that is named is rated there, on the
 * scale of the template where people rate it, and nothing that is rated there stays without a
 * source. A cycle is planned with two that fit.
 */
export function refuseUnfit(template: ReviewTemplate, pack: RulePack): Rejection | undefined {
  const judged = template.sections.flatMap(({ items }) => items.flatMap((one) => partOf(one)));
  for (const name of judged) {
    const scale = scaleOf(pack, name);
    if (scale === undefined) return notRated(pack, name);
    if (scale.min === template.scale.min && scale.max === template.scale.max) continue;
    const detail = `The pack rates "${name}" on another scale than the template.`;
    return reject('template/scale-of-another', detail, '/pack');
  }
  const measured = template.inputs.map(({ part }) => part);
  const lost = measured.find((name) => scaleOf(pack, name) === undefined);
  if (lost !== undefined) return notRated(pack, lost);
  const sources = new Set([...judged, ...measured]);
  const open = Object.keys(pack.parts).find((name) => {
    return scaleOf(pack, name) !== undefined && !sources.has(name);
  });
  if (open === undefined) return undefined;
  const detail = `Nothing in the template is for "${open}", which the pack rates.`;
  return reject('template/part-without-source', detail, '/pack');
}

function scaleOf({ parts }: RulePack, name: string): Scale | undefined {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  return part?.kind === 'rated' ? part.scale : undefined;
}

function notRated({ name: pack, version }: RulePack, name: string): Rejection {
  const detail = `"${name}" is no part of ${pack}@${version} that is rated.`;
  return reject('template/part-not-rated', detail, '/pack');
}

function partOf(item: Item): readonly string[] {
  return item.kind === 'rating' && item.part !== undefined ? [item.part] : [];
}
