import { json, SmallServer } from '../testing.ts';

export type Change = Readonly<Record<string, string | number | null>>;

export interface SentLine {
  readonly key: string;
  readonly changes: readonly Change[];
}

/**
 * As much of a server as an import of a structure needs: units and posts by name, a line taken or
 * refused as a whole. The lines of one request are taken last first, as nobody may rely on more.
 */
export class StructureServer {
  readonly requests: (readonly SentLine[])[] = [];
  /** The lines that were taken, in the order in which they were. */
  readonly taken: SentLine[] = [];
  /** Requests that are answered before the server is away. */
  answersMax = Number.POSITIVE_INFINITY;
  private readonly known = new Map<string, string>();
  private readonly server = new SmallServer(({ path, body }, response) => {
    if (this.requests.length >= this.answersMax) {
      json(response, 503, { code: 'stub/away', detail: 'Away.' });
      return;
    }
    const lines = body.trimEnd().split('\n');
    const sent = lines.map((line) => JSON.parse(line) as SentLine);
    this.requests.push(sent);
    const dryRun = path === '/structure/import?dryRun=true';
    if (!dryRun && path !== '/structure/import') throw new Error(path);
    const answers = sent.toReversed().map((line) => this.take(line, dryRun));
    const all = [...answers.toReversed(), { end: true, complete: true, lines: lines.length }];
    response.end(all.map((one) => `${JSON.stringify(one)}\n`).join(''));
  });

  start(): Promise<string> {
    return this.server.start();
  }

  stop(): void {
    this.server.stop();
  }

  posts(): ReadonlyMap<string, Change> {
    const changes = this.taken.flatMap((line) => line.changes);
    const posts = changes.filter(({ type }) => type === 'EstablishPost');
    return new Map(posts.map((change) => [String(change['post']), change]));
  }

  private take(line: SentLine, dryRun: boolean): object {
    const state = new Map(this.known);
    let isNew = false;
    for (const [at, change] of line.changes.entries()) {
      const refused = refusalOf(change, state);
      if (refused !== undefined) {
        const [code, field] = refused;
        const errors = [{ field: `/changes/${at}/${field}`, rule: code, remedy: 'Look at it.' }];
        return { key: line.key, status: 'refused', problem: { code, detail: 'No.', errors } };
      }
      isNew ||= !state.has(nameOf(change));
      state.set(nameOf(change), JSON.stringify(change));
    }
    if (!isNew) return { key: line.key, status: 'unchanged' };
    if (!dryRun) {
      for (const [name, content] of state) this.known.set(name, content);
      this.taken.push(line);
    }
    return { key: line.key, status: 'recorded' };
  }
}

function nameOf(change: Change): string {
  return change['type'] === 'EstablishUnit' ? `unit ${change['unit']}` : `post ${change['post']}`;
}

function refusalOf(
  change: Change,
  state: ReadonlyMap<string, string>,
): readonly [code: string, field: string] | undefined {
  const { type, unit, parent, manager } = change;
  const isUnit = type === 'EstablishUnit';
  const there = state.get(nameOf(change));
  if (there !== undefined && there !== JSON.stringify(change)) {
    return isUnit ? ['structure/unit-exists', 'unit'] : ['structure/post-exists', 'post'];
  }
  if (isUnit && parent !== null && !state.has(`unit ${parent}`)) {
    return ['structure/unknown-unit', 'parent'];
  }
  if (!isUnit && !state.has(`unit ${unit}`)) return ['structure/unknown-unit', 'unit'];
  if (!isUnit && manager !== null && !state.has(`post ${manager}`)) {
    return ['structure/unknown-post', 'manager'];
  }
  return undefined;
}
