interface Route {
  readonly segments: readonly string[];
  readonly method: string;
  readonly config: () => RouteFacts;
}

/** What a route says of itself, beside its address. */
export interface RouteFacts {
  /** Serves a file: no part of the API. */
  readonly file?: boolean;
  /** Answers without a token. */
  readonly public?: boolean;
  /** The action of the policy table that it asks about. */
  readonly asks?: string;
}

/** A route of the API, as OpenAPI writes it, with what it says of itself. */
export interface ListedRoute extends RouteFacts {
  readonly route: string;
}

/** Every route of the application, to answer 405 with `Allow`, and to hold documents to. */
export class RouteTable {
  private readonly routes: Route[] = [];

  add(
    method: string | readonly string[],
    url: string,
    config: () => RouteFacts = () => ({}),
  ): void {
    for (const one of typeof method === 'string' ? [method] : method) {
      this.routes.push({ segments: url.split('/').slice(1), method: one, config });
    }
  }

  /** Methods that the path answers to, in order; none when there is no such path. */
  methodsOf(path: string): readonly string[] {
    const segments = path.split('/').slice(1);
    const found = this.routes.filter((route) => covers(route.segments, segments));
    return [...new Set(found.map(({ method }) => method))].sort();
  }

  /** `GET /v1/goals/{goalId}`, as OpenAPI writes paths; HEAD goes without saying. */
  list(): readonly string[] {
    return [...new Set(this.rules().map(({ route }) => route))].sort();
  }

  /** Every route of the API with what it says of itself. */
  rules(): readonly ListedRoute[] {
    return this.routes
      .filter(({ method, config }) => method !== 'HEAD' && config().file !== true)
      .map(({ method, segments, config }) => {
        const path = segments.map((one) => (one.startsWith(':') ? `{${one.slice(1)}}` : one));
        return { ...config(), route: `${method} /${path.join('/')}` };
      });
  }
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  // A wildcard serves files: it says nothing of what other methods there could be.
  if (pattern.at(-1) === '*' || pattern.length !== path.length) return false;
  return pattern.every((segment, index) => segment.startsWith(':') || segment === path[index]);
}
