import { policy, type Action, type Rule } from '@plumbline/organization';
import type { ListedRoute } from '@plumbline/web';

/**
 * Every route names the action of the policy table that decides over it; one that answers without
 * a token, an action that the table opens to everybody.
 */
export function refuseUnasked(routes: { rules(): readonly ListedRoute[] }): void {
  const faults = routes.rules().flatMap(({ route, asks, public: isPublic }) => {
    if (asks === undefined || !isAction(asks)) return [`${route} asks ${asks ?? 'nothing'}`];
    // Metrics may be opened by the configuration, which says so by a name of its own.
    const isOpen = isPublic !== true || isAnonymous(asks) || route === 'GET /metrics';
    return isOpen ? [] : [`${route} asks ${asks}, and no token`];
  });
  if (faults.length === 0) return;
  throw new Error(`The policy table does not decide over every route: ${faults.join('; ')}.`);
}

function isAction(name: string): name is Action {
  return Object.hasOwn(policy, name);
}

function isAnonymous(action: Action): boolean {
  const { grants }: Rule = policy[action];
  return grants.some(({ as }) => as.includes('anonymous'));
}
