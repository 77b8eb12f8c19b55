import type { Access } from '@plumbline/access';
import { present, readInstant, toInstant } from '@plumbline/kernel';
import type { Clock, Instant, Position } from '@plumbline/kernel';
import { isPermitted, type Asking } from '@plumbline/organization';
import type { Views } from '@plumbline/views';
import { callerOf, rejected, timesOf, type Exchange } from '@plumbline/web';
import type { TableDto } from './export.dto.ts';
import { demandTaken, type Exporter } from './exporter.ts';
import { noSuchPlace, tableSource, type Table } from './table-source.ts';

/** What tables of a service stand on. */
export interface TablePorts {
  readonly exporter: Exporter;
  readonly views: Pick<Views, 'positionOf'>;
  readonly access: Pick<Access, 'permit'>;
  readonly clock: Clock;
}

/** A table that is asked for, at the point that its rows are to be of. */
export interface AskedTable {
  readonly asking: Asking;
  readonly tenant: string;
  readonly position: Position;
  readonly effectiveAt: Instant;
  readonly after?: string;
  /** Aborted once nobody takes the file any more. */
  readonly signal: AbortSignal;
}

/** Which rows of a table, by the names and values of the address. */
export type TableFilter = Readonly<Record<string, string>>;

/**
 * Answers with a table, whose rows are made as they are taken. Whether the caller may take tables
 * out is asked again at every batch; which rows they may see is for the service to ask.
 */
export function answerTable<Item>(
  ports: TablePorts,
  exchange: Exchange,
  { table, query, filter }: { table: Table<Item>; query: TableDto; filter: TableFilter },
  rowsOf: (asked: AskedTable) => AsyncIterable<readonly Item[]>,
): Promise<void> {
  const { exporter, views, access, clock } = ports;
  const asking = callerOf(exchange);
  const { after } = query;
  const allow = (): void => {
    const answer = access.permit(asking, 'table/export', {});
    if (!isPermitted(answer)) throw rejected(answer);
  };
  return exporter.answer(exchange, query, async (signal) => {
    allow();
    if (after !== undefined && !table.isPlace(after)) throw noSuchPlace();
    const { asOf, effectiveAt } = timesOf(exchange.request, query);
    const position = await views.positionOf(asOf);
    const known = asOf === undefined ? undefined : readInstant(asOf);
    // What held by now, so that the same address has the same rows later.
    const at = { effectiveAt: effectiveAt ?? known ?? toInstant(clock.now()) };
    async function* batches() {
      if (position === null) return;
      const { tenant } = asking;
      const asked = { asking, tenant, position, signal, ...at, ...present({ after }) };
      for await (const batch of rowsOf(asked)) {
        demandTaken(signal);
        allow();
        yield batch;
      }
    }
    const pinned = { ...filter, ...(position === null ? {} : { asOf: position }), ...at };
    return tableSource(table, { position, pinned: { ...pinned, ...present({ after }) }, batches });
  });
}
