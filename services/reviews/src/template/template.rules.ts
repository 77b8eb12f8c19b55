import { reject, type Rejection } from '@plumbline/kernel';
import type { Item, RatingScale, ReviewTemplate } from './template.ts';

export const templateVersionsMax = 200;
export const itemsPerSectionMax = 60;
export const inputsMax = 20;
export const anchorsMin = 2;
/** More than these nobody tells apart. */
export const anchorsMax = 21;
/** The ends of a scale lie within a thousand either way, in millionths. */
export const ratingMax = 1_000_000_000;

/** Names of words are made of ids and points, so that an id has none. */
const itemIdPattern = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const namePattern = /^[a-z0-9][a-z0-9._:-]{0,63}$/;

/** A version follows the newest one, and what was published once is never something else. */
export function refuseVersion(version: number, newest: number): Rejection | undefined {
  if (newest >= templateVersionsMax) {
    const detail = `It has ${templateVersionsMax} versions. Publish a template of another name.`;
    return reject('template/too-many-versions', detail, '/version');
  }
  if (version === newest + 1) return undefined;
  if (version >= 1 && version <= newest) {
    const detail = `Version ${version} is there, and is another one. Publish version ${newest + 1}.`;
    return reject('template/version-taken', detail, '/version');
  }
  return reject('template/version-not-next', `The next version is ${newest + 1}.`, '/version');
}

/** Whether it can be asked and answered; whether a rule pack counts it is asked of both. */
export function refuseTemplate(template: ReviewTemplate): Rejection | undefined {
  const { name, scale } = template;
  if (!namePattern.test(name)) return notACode('/name');
  return refuseScale(scale) ?? refuseSections(template) ?? refuseInputs(template);
}

function refuseScale({ name, min, max, anchors }: RatingScale): Rejection | undefined {
  if (!namePattern.test(name)) return notACode('/scale/name');
  if (anchors.length < anchorsMin || anchors.length > anchorsMax) {
    const detail = `A scale has ${anchorsMin} to ${anchorsMax} anchors.`;
    return reject('template/anchors', detail, '/scale/anchors');
  }
  const isRising = anchors.every((one, at) => {
    return isRating(one) && (at === 0 || one > (anchors[at - 1] ?? one));
  });
  if (isRising && anchors[0] === min && anchors.at(-1) === max) return undefined;
  const detail =
    'Anchors are whole numbers of millionths that rise from the lowest rating to the highest.';
  return reject('template/anchors-out-of-order', detail, '/scale/anchors');
}

function isRating(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= ratingMax;
}

function refuseSections({ sections }: ReviewTemplate): Rejection | undefined {
  const roles = sections.map(({ role }) => role);
  if (new Set(roles).size < roles.length) {
    return reject('template/role-twice', 'There is one section for each role.', '/sections');
  }
  if (!roles.includes('manager')) {
    const detail = 'No review is finalised without its manager. Give that role a section.';
    return reject('template/no-manager', detail, '/sections');
  }
  const kinds = new Map<string, Item['kind']>();
  for (const [at, { items }] of sections.entries()) {
    const field = `/sections/${at}/items`;
    if (items.length === 0 || items.length > itemsPerSectionMax) {
      const detail = `A section has 1 to ${itemsPerSectionMax} items.`;
      return reject('template/items', detail, field);
    }
    if (new Set(items.map(({ id }) => id)).size < items.length) {
      return reject('template/item-twice', 'The ids of items in a section must differ.', field);
    }
    for (const [place, item] of items.entries()) {
      const refused = refuseItem(item, kinds, `${field}/${place}`);
      if (refused !== undefined) return refused;
      kinds.set(item.id, item.kind);
    }
  }
  return undefined;
}

function refuseItem(
  item: Item,
  kinds: ReadonlyMap<string, Item['kind']>,
  field: string,
): Rejection | undefined {
  if (!itemIdPattern.test(item.id)) {
    const detail = 'Give an id of at most 64 small letters, digits and hyphens.';
    return reject('template/id-malformed', detail, `${field}/id`);
  }
  if ((kinds.get(item.id) ?? item.kind) !== item.kind) {
    const detail = 'Another section asks this id for something else. Ids stand for one question.';
    return reject('template/item-of-two-kinds', detail, `${field}/id`);
  }
  if (item.kind === 'text' || item.part === undefined || namePattern.test(item.part)) {
    return undefined;
  }
  return notACode(`${field}/part`);
}

function refuseInputs({ inputs, sections }: ReviewTemplate): Rejection | undefined {
  if (inputs.length > inputsMax) {
    return reject('template/too-many-inputs', `At most ${inputsMax}.`, '/inputs');
  }
  const judged = new Set(
    sections.flatMap(({ items }) => items.flatMap((one) => partOf(one) ?? [])),
  );
  for (const [at, { part }] of inputs.entries()) {
    const field = `/inputs/${at}/part`;
    if (!namePattern.test(part)) return notACode(field);
    if (inputs.findIndex((one) => one.part === part) < at) {
      return reject('template/input-twice', 'Another input is of this part.', field);
    }
    if (judged.has(part)) {
      const detail = 'What is measured is not judged as well. Give the items another part.';
      return reject('template/measured-and-judged', detail, field);
    }
  }
  return undefined;
}

function partOf(item: Item): string | undefined {
  return item.kind === 'rating' ? item.part : undefined;
}

function notACode(field: string): Rejection {
  const detail = 'Give a name of at most 64 small letters, digits and signs (. _ : -).';
  return reject('template/name-not-a-code', detail, field);
}
