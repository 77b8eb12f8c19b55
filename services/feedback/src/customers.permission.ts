import { refusalOf, type Access, type Reading } from '@plumbline/access';
import type { Rejection } from '@plumbline/kernel';
import type { About, Action, Asking } from '@plumbline/organization';
import { holderOf } from './customer-response/customer-response.shares.ts';
import type { Shares } from './customer-response/customer-response.ts';

interface Ports {
  readonly access: Pick<Access, 'permit'>;
}

/** Whose a response is. One that is attributed to nobody is for those who may everywhere. */
export interface Attributed {
  readonly shares: Shares;
  /** Who disputes, or did: what came of it is theirs to read, whatever is left to them. */
  readonly disputes: readonly { readonly by: string }[];
}

const nobody: readonly About[] = [{}];

export function aboutShares(shares: Shares): readonly About[] {
  return shares.length === 0 ? nobody : shares.map((one) => ({ owner: holderOf(one) }));
}

function aboutReaders({ shares, disputes }: Attributed): readonly About[] {
  const held = new Set(shares.map(holderOf));
  const others = disputes.map(({ by }) => `person:${by}`).filter((one) => !held.has(one));
  const about = [...held, ...others].map((owner) => ({ owner }));
  return about.length === 0 ? nobody : about;
}

/** A rejection where an action is not permitted about one of them: it concerns them all. */
export function refusalOfAny(
  ports: Ports,
  asking: Asking | undefined,
  action: Action,
  about: readonly About[],
): Rejection | undefined {
  return about
    .map((one) => refusalOf(ports, asking, action, one))
    .find((refused) => refused !== undefined);
}

/** A rejection where an action is permitted about none of them: one is enough. */
export function refusalOfAll(
  ports: Ports,
  asking: Asking | undefined,
  action: Action,
  about: readonly About[],
): Rejection | undefined {
  const answers = about.map((one) => refusalOf(ports, asking, action, one));
  return answers.includes(undefined) ? undefined : answers[0];
}

export function refusalToRead(
  ports: Ports,
  asking: Asking | undefined,
  response: Attributed,
): Rejection | undefined {
  return refusalOfAll(ports, asking, 'response/read', aboutReaders(response));
}

/**
 * Whether a response may be read. Each one that it is attributed to is asked about, so that all
 * of them can list an auditor's look.
 */
export function seesResponse(reading: Reading, response: Attributed, record: string): boolean {
  return aboutReaders(response)
    .map((about) => reading.sees('response/read', about, record))
    .includes(true);
}
