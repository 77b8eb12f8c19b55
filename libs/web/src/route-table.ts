interface Route {
  readonly segments: readonly string[];
  readonly method: string;
  /** Serves a file: no part of the API. */
  readonly isFile: () => boolean;
}

/** Every route of the application, to answer 405 with `Allow`, and to hold documents to. */
export class RouteTable {
  private readonly routes: Route[] = [];

  add(method: string | readonly string[], url: string, isFile: () => boolean = () => false): void {
    for (const one of typeof method === 'string' ? [method] : method) {
      this.routes.push({ segments: url.split('/').slice(1), method: one, isFile });
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
    const lines = this.routes
      .filter(({ method, isFile }) => method !== 'HEAD' && !isFile())
      .map(({ method, segments }) => {
        const path = segments.map((one) => (one.startsWith(':') ? `{${one.slice(1)}}` : one));
        return `${method} /${path.join('/')}`;
      });
    return [...new Set(lines)].sort();
  }
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  // A wildcard serves files: it says nothing of what other methods there could be.
  if (pattern.at(-1) === '*' || pattern.length !== path.length) return false;
  return pattern.every((segment, index) => segment.startsWith(':') || segment === path[index]);
}
