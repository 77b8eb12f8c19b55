import { describe, expect, it } from '@jest/globals';
import type { ListedRoute } from '@plumbline/web';
import { refuseUnasked } from './unasked.ts';

const refusing =
  (...routes: readonly ListedRoute[]) =>
  () =>
    refuseUnasked({ rules: () => routes });

describe('an application', () => {
  it('starts with routes that ask the policy table', () => {
    expect(
      refusing(
        { route: 'GET /goals', asks: 'goal/read' },
        { route: 'GET /health/live', asks: 'health/read', public: true },
        { route: 'GET /metrics', asks: 'system/observe', public: true },
      ),
    ).not.toThrow();
  });

  it.each<[string, ListedRoute]>([
    ['asks nothing', { route: 'GET /secrets' }],
    ['asks what the table does not know', { route: 'GET /secrets', asks: 'secret/read' }],
    [
      'needs no token for what not everybody may',
      { route: 'GET /secrets', asks: 'goal/read', public: true },
    ],
  ])('does not start with a route that %s', (_, route) => {
    expect(refusing(route)).toThrow('GET /secrets');
  });
});
