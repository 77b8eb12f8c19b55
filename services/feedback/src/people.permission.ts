import type { About, Action } from '@plumbline/organization';
import type { Given } from './note/note.ts';
import type { Asking } from './request/request.ts';

/** A line of the policy table by which a record may be read: of several, one is enough. */
export type Way = readonly [action: Action, about: About];

/** Those that leave no trace come first, as one that does is not needed then. */
export function waysToNote({
  author,
  subject,
  visibility,
}: Pick<Given, 'author' | 'subject' | 'visibility'>): readonly Way[] {
  const about = ownedBy(subject);
  const ways: Way[] = [['feedback/read-given', ownedBy(author)]];
  if (visibility === 'public') ways.push(['feedback/read-public', about]);
  if (visibility !== 'manager-only') ways.push(['feedback/read-received', about]);
  if (visibility !== 'author-and-subject') ways.push(['feedback/read-as-manager', about]);
  return ways;
}

export function waysToRequest({ by, from }: Pick<Asking, 'by' | 'from'>): readonly Way[] {
  return [by, from].map((person) => ['feedback/read-request', ownedBy(person)]);
}

export function waysToOneToOne(people: readonly string[]): readonly Way[] {
  return people.map((person) => ['one-to-one/read', ownedBy(person)]);
}

export function ownedBy(person: string): About {
  return { owner: `person:${person}` };
}
