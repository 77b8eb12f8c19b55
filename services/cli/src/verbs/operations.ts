import { createBar } from '../bar.ts';
import { refusal, type Client } from '../client.ts';
import { CliError, exitCodes, type ExitCode } from '../exit.ts';
import { print, table, type Io } from '../io.ts';
import { clientOf, type CommonOptions } from '../settings.ts';

interface ViewStatus {
  readonly name: string;
}

/** How the new documents of a view stand to those that were live; see `libs/views`. */
interface Rebuilt {
  readonly view: string;
  readonly facts: number;
  readonly equal: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

const isEqual = ({ changed, added, removed }: Rebuilt): boolean => changed + added + removed === 0;

/** `rebuild [view]`: one view, or each of them in turn, from the log's beginning. */
export async function rebuildVerb(
  view: string | undefined,
  options: CommonOptions,
  io: Io,
): Promise<ExitCode> {
  const client = clientOf(options, io);
  const names = view === undefined ? await viewNames(client) : [view];
  const results: Rebuilt[] = [];
  for (const name of names) results.push(await rebuild(client, name, io));
  const rows = results.map((one) => [`rebuilt ${one.view}`, ...told(one)]);
  print(io, options.json === true, { rebuilt: results }, table(rows));
  return results.every(isEqual) ? exitCodes.ok : exitCodes.checkFailed;
}

function told(rebuilt: Rebuilt): [string, string] {
  const { facts, equal, changed, added, removed } = rebuilt;
  const from = `from ${facts} facts`;
  if (isEqual(rebuilt)) return ['equal', `${equal} documents ${from}`];
  const counts = `${changed} changed, ${added} added, ${removed} removed, ${equal} equal`;
  return ['DIFFERED', `${counts}, ${from}`];
}

async function viewNames(client: Client): Promise<string[]> {
  const { body } = await client.get('/operations/status');
  const { views } = body as { views: readonly ViewStatus[] };
  return views.map(({ name }) => name);
}

async function rebuild(client: Client, view: string, io: Io): Promise<Rebuilt> {
  let bar: ReturnType<typeof createBar> | undefined;
  let last: Readonly<Record<string, unknown>> = {};
  try {
    for await (const line of client.stream(
      `/operations/views/${encodeURIComponent(view)}/rebuild`,
    )) {
      last = line as Readonly<Record<string, unknown>>;
      const { done, total } = last;
      if (typeof done !== 'number' || typeof total !== 'number') continue;
      bar ??= createBar(io, `rebuild ${view}`, total);
      bar.to(done, `${done} of ${total}`);
    }
  } finally {
    bar?.stop();
  }
  if (last['finished'] === true) return { view, ...countsOf(last) };
  const { problem } = last;
  const status = (problem as { status?: unknown } | undefined)?.status;
  if (typeof status === 'number') throw refusal(status, problem);
  const message = 'The rebuild was cut off; the view is as it was.';
  throw new CliError('unreachable', 'rebuild/cut-off', message);
}

function countsOf(last: Readonly<Record<string, unknown>>): Omit<Rebuilt, 'view'> {
  const count = (name: string): number => {
    const value = last[name];
    if (typeof value === 'number') return value;
    // Without its counts nobody knows whether the view came out equal.
    throw new CliError('unexpected', 'rebuild/not-told', `The server did not tell "${name}".`);
  };
  return {
    ...{ facts: count('facts'), equal: count('equal') },
    ...{ changed: count('changed'), added: count('added'), removed: count('removed') },
  };
}

interface Parked {
  readonly id: string;
  readonly reader: string;
  readonly key: string;
  readonly reason: string;
  readonly attempts: number;
  readonly since: string;
}

/** `parked list`: what a view or a policy could not take, and waits for a decision. */
export async function parkedListVerb(options: CommonOptions, io: Io): Promise<ExitCode> {
  const { body } = await clientOf(options, io).get('/operations/parked');
  const { items } = body as { items: readonly Parked[] };
  const rows = items.map(({ id, reader, key, attempts, since, reason }) => {
    return [id, reader, key, String(attempts), since, reason];
  });
  const head = ['ID', 'READER', 'KEY', 'ATTEMPTS', 'SINCE', 'REASON'];
  const lines = items.length === 0 ? ['Nothing is parked.'] : table([head, ...rows]);
  print(io, options.json === true, body, lines);
  return exitCodes.ok;
}

export async function parkedShowVerb(
  id: string,
  options: CommonOptions,
  io: Io,
): Promise<ExitCode> {
  const { body } = await clientOf(options, io).get(`/operations/parked/${encodeURIComponent(id)}`);
  print(io, options.json === true, body, [JSON.stringify(body, null, 2)]);
  return exitCodes.ok;
}

/** `parked retry`: says so, with an exit code of its own, when it could not be taken again. */
export async function parkedRetryVerb(
  id: string,
  options: CommonOptions,
  io: Io,
): Promise<ExitCode> {
  const { body } = await clientOf(options, io).post(pathOf(id, 'retry'), {});
  const { settled, reason = 'no reason was told' } = body as {
    readonly settled: boolean;
    readonly reason?: string;
  };
  const line = settled ? `${id}: taken again.` : `${id}: still parked: ${reason}`;
  print(io, options.json === true, body, [line]);
  return settled ? exitCodes.ok : exitCodes.checkFailed;
}

export async function parkedDiscardVerb(
  id: string,
  options: CommonOptions & { readonly reason: string },
  io: Io,
): Promise<ExitCode> {
  const { reason } = options;
  const { body } = await clientOf(options, io).post(pathOf(id, 'discard'), { reason });
  print(io, options.json === true, body, [`${id}: discarded, and the discard is recorded.`]);
  return exitCodes.ok;
}

function pathOf(id: string, how: 'retry' | 'discard'): string {
  return `/operations/parked/${encodeURIComponent(id)}/${how}`;
}
