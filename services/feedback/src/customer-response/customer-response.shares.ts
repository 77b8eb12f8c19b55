import { reject, same, type Rejection } from '@plumbline/kernel';
import type { KnownResponse, Share, Shares } from './customer-response.ts';

export const sharesMax = 32;

/** Shares are compared as whole parts per million, so that thirds add up. */
const ppmOfOne = 1_000_000;

const namePattern = /^(unit:[^\p{C}]+|person:[^\p{C}\s]+)$/u;

/** Shares that cannot be: of nothing, twice of one, or of more than all. */
export function refuseShares(shares: Shares, field: string): Rejection | undefined {
  if (shares.length > sharesMax) {
    return reject('response/too-many-shares', `At most ${sharesMax} shares.`, field);
  }
  const nameless = shares.findIndex((one) => !namePattern.test(holderOf(one)));
  if (nameless >= 0) {
    return reject('response/not-a-code', 'Give a unit or a person.', `${field}/${nameless}`);
  }
  if (new Set(shares.map(holderOf)).size < shares.length) {
    return reject('response/attributed-twice', 'Name each unit or person once.', field);
  }
  const parts = shares.map(({ share }) => ppm(share));
  const without = parts.findIndex((part) => !(part > 0));
  if (without >= 0) {
    const detail = 'Give a share above 0, or leave it out.';
    return reject('response/share-not-positive', detail, `${field}/${without}/share`);
  }
  if (parts.reduce((sum, part) => sum + part, 0) <= ppmOfOne) return undefined;
  return reject('response/shares-exceed-one', 'The shares are more than 1 in all.', field);
}

/** What a dispute has settled stands: nobody is given more of the response by another way. */
export function refuseAboveSettled(
  { disputes }: KnownResponse,
  shares: Shares,
  field = '/shares',
): Rejection | undefined {
  const raised = disputes.find(({ by, settled }) => {
    return settled !== null && partOf(shares, by) > partOf(settled.shares, by);
  });
  if (raised === undefined) return undefined;
  const detail = `The dispute of ${raised.by} is settled. Give them no more than it left them.`;
  return reject('response/share-settled', detail, field);
}

/** To uphold a dispute in part is to leave them less than they had, and some of it. */
export function refusePart(
  { shares: before, disputes }: KnownResponse,
  person: string,
  shares: Shares,
): Rejection | undefined {
  const part = partOf(shares, person);
  if (part === 0 || part >= partOf(before, person)) {
    const detail = `Leave ${person} less than they had; none of it is "upheld", all is "rejected".`;
    return reject('response/not-in-part', detail, '/shares');
  }
  const other = disputes.find(({ by, settled }) => {
    return settled === null && by !== person && partOf(shares, by) !== partOf(before, by);
  });
  if (other === undefined) return undefined;
  const detail = `${other.by} disputes too. Leave their share as it is until that is settled.`;
  return reject('response/dispute-open', detail, '/shares');
}

export function shareOf(shares: Shares, person: string): number {
  return shares.find((one) => isOf(one, person))?.share ?? 0;
}

export function withoutPerson(shares: Shares, person: string): Shares {
  return shares.filter((one) => !isOf(one, person));
}

/** Whether two lists say the same, whatever their order. */
export function sameShares(one: Shares, other: Shares): boolean {
  return same(inOrder(one), inOrder(other));
}

function partOf(shares: Shares, person: string): number {
  return ppm(shareOf(shares, person));
}

function ppm(share: number): number {
  return Math.round(share * ppmOfOne);
}

function isOf(share: Share, person: string): boolean {
  return 'person' in share && share.person === person;
}

function inOrder(shares: Shares): readonly (readonly [holder: string, part: number])[] {
  return shares
    .map((one) => [holderOf(one), ppm(one.share)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** `unit:sales` or `person:ada`, as owners of other records are named. */
export function holderOf(share: Share): string {
  return 'unit' in share ? `unit:${share.unit}` : `person:${share.person}`;
}
