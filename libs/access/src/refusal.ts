import type { Rejection } from '@plumbline/kernel';
import { isPermitted, type About, type Action, type Asking } from '@plumbline/organization';
import type { Access } from './access.ts';

/** A rejection for a caller who may not; undefined where the door has permitted it already. */
export function refusalOf(
  { access }: { readonly access: Pick<Access, 'permit'> },
  asking: Asking | undefined,
  action: Action,
  about: About,
): Rejection | undefined {
  if (asking === undefined) return undefined;
  const answer = access.permit(asking, action, about);
  return isPermitted(answer) ? undefined : answer;
}
