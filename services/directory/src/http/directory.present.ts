import { toInstant, valueOn, type Day } from '@plumbline/kernel';
import { withRefs } from '@plumbline/views';
import type { Standing } from '../directory.queries.ts';
import type { PersonHistory } from '../views/person-history.ts';
import type { PersonSheet } from '../views/person-sheet.ts';
import type { ReorganisationSheet } from '../views/reorganisation-sheet.ts';
import type { PostSheet, UnitSheet } from '../views/structure-sheets.ts';

/**
 * From view documents to what readers see on a day: every quotation becomes a reference that the
 * controller reveals after the permission check.
 */
export function personCard(sheet: PersonSheet, standing: Standing): object {
  return withRefs(cardOf(sheet, standing), sheet.texts) as object;
}

/** The card, with what only some may see. */
export function personDetail(sheet: PersonSheet, standing: Standing): object {
  const { mail, zone, presence, posts, leaves, delegations, roles } = sheet;
  const { organization, on, known } = standing;
  const standsInFor = organization.delegationsTo(sheet.person, on, known);
  const details = {
    ...{ mail, zone, presence, posts, leaves, delegations, roles },
    standsInFor: standsInFor.map(({ of, actions }) => ({ person: of, actions: actions ?? 'all' })),
  };
  return withRefs({ ...cardOf(sheet, standing), details }, sheet.texts) as object;
}

function cardOf(sheet: PersonSheet, { organization, on, known }: Standing) {
  const { person, name, revision } = sheet;
  return {
    ...{ person, name },
    present: organization.isPresent(person, on, known),
    away: organization.isAway(person, on, known),
    post: organization.postOf(person, on, known),
    unit: organization.unitOf(person, on, known),
    managers: organization.managersOf(person, on, known),
    revision,
  };
}

export function unitItem(sheet: UnitSheet, { organization, on, known }: Standing): object {
  const { unit, name, since, parent, head, closed, revision } = sheet;
  const item = {
    ...{ unit, name, since },
    parent: valueOn(parent, on) ?? null,
    head: valueOn(head, on) ?? null,
    heads: organization.headOf(unit, on, known),
    members: organization.membersOf(unit, on, known).length,
    ...isOpen(sheet, on),
    history: { parent, head, closed },
    revision,
  };
  return withRefs(item, sheet.texts) as object;
}

export function postItem(sheet: PostSheet, { organization, on, known }: Standing): object {
  const { post, title, since, fte, grade, unit, lines, closed, revision } = sheet;
  const current = Object.entries(lines).map(([line, managers]) => {
    return [line, valueOn(managers, on) ?? null] as const;
  });
  const item = {
    ...{ post, title, since, fte, grade },
    unit: valueOn(unit, on) ?? null,
    lines: Object.fromEntries(current),
    holders: organization.holdersOf(post, on, known),
    ...isOpen(sheet, on),
    history: { unit, lines, closed },
    revision,
  };
  return withRefs(item, sheet.texts) as object;
}

function isOpen({ since, closed }: Pick<UnitSheet, 'since' | 'closed'>, on: Day) {
  return { open: since <= on && valueOn(closed, on) !== true };
}

export function reorganisationItem(sheet: ReorganisationSheet): object {
  const { texts, moves, done, refused, ...rest } = sheet;
  const left = moves - done - refused.length;
  return withRefs({ ...rest, moves, done, left, refused }, texts) as object;
}

export function historyItems(history: PersonHistory): object {
  const items = history.items.map((one) => ({ ...one, recordedAt: toInstant(one.recordedAt) }));
  return withRefs(items, history.texts) as object;
}
