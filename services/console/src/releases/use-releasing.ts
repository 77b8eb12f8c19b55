import { useRoles } from '../team/use-roles.ts';

/** Whether metrics and releases are offered to be made; the server decides. */
export function useReleasing(): boolean {
  const roles = useRoles();
  return roles.has('analyst') || roles.has('service-manager');
}
