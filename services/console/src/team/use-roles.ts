import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { personQuery } from '../api/people-queries.ts';
import { sessionStore } from '../session.ts';
import { useSelf } from './use-self.ts';

/**
 * The roles of whoever is signed in, by their token or granted for now: what is offered goes by
 * them, and the server decides. Who acts for another acts with no role.
 */
export function useRoles(): ReadonlySet<string> {
  const { session } = useSyncExternalStore(sessionStore.subscribe, sessionStore.get);
  const { own, behalf } = useSelf();
  const details = useQuery({ ...personQuery(own, undefined), enabled: behalf === undefined }).data
    ?.person.details;
  if (behalf !== undefined) return new Set();
  const today = new Date().toISOString().slice(0, 10);
  const granted = (details?.roles ?? []).filter(({ from, until, revokedFrom }) => {
    return from <= today && (until ?? today) >= today && (revokedFrom ?? '9999') > today;
  });
  return new Set([...(session?.claims.roles ?? []), ...granted.map(({ role }) => role)]);
}
