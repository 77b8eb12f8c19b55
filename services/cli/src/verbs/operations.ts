import { createBar } from '../bar.ts';
import type { Client } from '../client.ts';
import { CliError, exitCodes, type ExitCode } from '../exit.ts';
import { print, table, type Io } from '../io.ts';
import { clientOf, type CommonOptions } from '../settings.ts';

interface ViewStatus {
  readonly name: string;
}

interface Rebuilt {
  readonly view: string;
  readonly [detail: string]: unknown;
}

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
  const rows = results.map((one) => [one.view, one['equal'] === false ? 'DIFFERED' : 'equal']);
  print(io, options.json === true, { rebuilt: results }, [
    ...table(rows.map(([name = '', state = '']) => [`rebuilt ${name}`, state])),
  ]);
  return results.some((one) => one['equal'] === false) ? exitCodes.checkFailed : exitCodes.ok;
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
  if (last['finished'] !== true) {
    const problem = last['problem'] as { code?: string; detail?: string } | undefined;
    const detail = problem?.detail ?? 'The rebuild was cut off; the view is as it was.';
    throw new CliError('unreachable', problem?.code ?? 'rebuild/cut-off', detail);
  }
  const { finished: _, ...result } = last;
  return { view, ...result };
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

export async function parkedSettleVerb(
  id: string,
  how: 'retry' | 'discard',
  options: CommonOptions & { readonly reason?: string },
  io: Io,
): Promise<ExitCode> {
  const path = `/operations/parked/${encodeURIComponent(id)}/${how}`;
  const request = how === 'discard' ? { reason: options.reason } : {};
  const { body } = await clientOf(options, io).post(path, request);
  const done = how === 'retry' ? 'taken again' : 'discarded, and the discard is recorded';
  print(io, options.json === true, body, [`${id}: ${done}.`]);
  return exitCodes.ok;
}
