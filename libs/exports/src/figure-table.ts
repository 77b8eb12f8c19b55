import type { RecordSchema } from '@plumbline/contracts/published';
import type { Position } from '@plumbline/kernel';
import { ReplayRunning, type AskedTimes } from '@plumbline/views';
import type { Exchange } from '@plumbline/web';
import { answerTable } from './answer-table.ts';
import type { AskedTable, TableFilter, TablePorts } from './answer-table.ts';
import type { TableDto } from './export.dto.ts';
import { demandTaken } from './exporter.ts';
import { count, opaquePosition } from './shapes.ts';
import { noSuchPlace, type Table } from './table-source.ts';

/**
 * A row of figures that are told for one question: with its number among them, and the position
 * that they were taken at.
 */
export interface FigureRow {
  readonly row: number;
  readonly position: Position;
  readonly figures: object;
}

/** A table whose rows are the figures of one question. */
export function figureTable(
  name: string,
  { description, properties }: Pick<RecordSchema, 'description' | 'properties'>,
): Table<FigureRow> {
  return {
    name,
    schema: {
      type: 'object',
      ...(description === undefined ? {} : { description }),
      required: [],
      properties: { row: count, ...properties, position: opaquePosition },
    },
    placeOf: ({ row }) => String(row),
    isPlace: (text) => /^(0|[1-9]\d{0,8})$/.test(text),
    recordOf: ({ row, position, figures }) => ({ row, ...figures, position }),
  };
}

/** The point that figures are asked for at; the same point always has the same ones. */
export type FiguresAsked = Pick<AskedTable, 'asking' | 'tenant'> & {
  readonly times: Required<Pick<AskedTimes, 'asOf' | 'effectiveAt'>>;
};

/** Rows that are made, and written, together. */
const rowsTogetherMax = 1_000;

/**
 * Answers with figures as a table. They are asked for as a whole also where a part is taken, as
 * what is hidden beside what is no matter of where a part ends.
 */
export function answerFigures(
  ports: TablePorts,
  exchange: Exchange,
  asked: { table: Table<FigureRow>; query: TableDto; filter: TableFilter },
  figuresOf: (asked: FiguresAsked) => Promise<readonly object[]>,
): Promise<void> {
  return answerTable(ports, exchange, asked, async function* (at) {
    const { asking, tenant, position, effectiveAt, after, signal } = at;
    const times = { asOf: position, effectiveAt };
    const all = await onceReplayed(signal, () => figuresOf({ asking, tenant, times }));
    const first = after === undefined ? 0 : Number(after) + 1;
    if (first > all.length) throw noSuchPlace();
    for (let from = first; from < all.length; from += rowsTogetherMax) {
      const some = all.slice(from, from + rowsTogetherMax);
      yield some.map((figures, index) => ({ row: from + index, position, figures }));
    }
  });
}

/** How often an earlier state is asked for; each time waits for it, up to a bound of its own. */
export const replayAsksMax = 60;

/**
 * Asks until an earlier state is put together, as long as the file is waited for: to ask anew would
 * be to ask for a newer position, and the wait would begin again.
 */
export async function onceReplayed<Answer>(
  signal: AbortSignal,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let asks = 1; ; asks += 1) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof ReplayRunning) || asks === replayAsksMax) throw cause;
      demandTaken(signal);
    }
  }
}
