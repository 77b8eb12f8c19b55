import { factCodec, streamName, type Aggregate, type Transactor } from '@plumbline/event-log';
import { isRejection, never, present, reject, timeOrderedId, toInstant } from '@plumbline/kernel';
import type { Clock, Decider, Instant, Position } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';

/** Somebody has asked for a file of what is kept; recorded before its first byte goes out. */
export interface ExportRequested extends Requested {
  readonly type: 'ExportRequested';
}

/** The whole file was made; recorded before its last byte goes out. A cut one has no such fact. */
export interface ExportProduced extends Produced {
  readonly type: 'ExportProduced';
}

export type ExportFormat = 'ndjson' | 'csv' | 'parquet';

export type ExportFact = ExportRequested | ExportProduced;

interface Requested {
  readonly exportId: string;
  readonly by: string;
  /** The person in whose place it was asked for. */
  readonly onBehalfOf?: string;
  /** Facts of a context as in `facts/goals`, or a table as in `tables/goals`. */
  readonly what: string;
  readonly format: ExportFormat;
  /** What was asked for of it, as in the address: which period, up to which position. */
  readonly query: string;
  readonly at: Instant;
}

interface Produced {
  readonly exportId: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  /** Up to where it holds everything; null: nothing was recorded yet. */
  readonly position: Position | null;
  readonly at: Instant;
}

export type ExportCommand =
  | (Requested & { readonly type: 'RequestExport' })
  | (Produced & { readonly type: 'RecordProduced' });

export type ExportStage = 'none' | 'requested' | 'produced';

export const exportDecider: Decider<ExportCommand, ExportStage, ExportFact> = {
  initial: 'none',
  evolve: (_, { type }) => (type === 'ExportRequested' ? 'requested' : 'produced'),
  decide: (command, stage) => {
    switch (command.type) {
      case 'RequestExport':
        return stage === 'none' ? [{ ...command, type: 'ExportRequested' }] : [];
      case 'RecordProduced':
        if (stage === 'none') return reject('export/not-requested', 'Nobody has asked for it.');
        return stage === 'requested' ? [{ ...command, type: 'ExportProduced' }] : [];
      default:
        return never(command);
    }
  },
};

export const exportVersions = { ExportRequested: 1, ExportProduced: 1 } as const;

const exportAggregate: Aggregate<ExportCommand, ExportStage, ExportFact> = {
  name: 'export',
  foldVersion: 1,
  decider: exportDecider,
  codec: factCodec<ExportFact>({ context: 'access', versions: exportVersions }),
};

/** Who has taken what out. What cannot be recorded is not given. */
export interface ExportLog {
  /** The id of an export that begins now. */
  requested(asking: Asking, of: Pick<Requested, 'what' | 'format' | 'query'>): Promise<string>;
  produced(
    asking: Asking,
    exportId: string,
    made: Pick<Produced, 'rows' | 'bytes' | 'hash' | 'position'>,
  ): Promise<void>;
}

export function createExportLog({
  transactor,
  clock,
}: {
  readonly transactor: Transactor;
  readonly clock: Clock;
}): ExportLog {
  const record = async (asking: Asking, command: ExportCommand): Promise<void> => {
    const { tenant, sub, onBehalfOf } = asking;
    const { exportId, type, at } = command;
    const commandId = `${type}-${exportId}`;
    const result = await transactor.transact(exportAggregate, {
      stream: streamName('access', 'export', tenant, exportId),
      command,
      context: {
        ...{ tenant, commandId, fingerprint: commandId, effectiveAt: at },
        actor: { sub, ...present({ onBehalfOf }), via: 'http' },
        ...{ correlationId: commandId, causationId: commandId },
      },
    });
    if (isRejection(result)) throw new Error(result.detail);
  };
  return {
    requested: async (asking, of) => {
      const now = clock.now();
      const { sub: by, onBehalfOf } = asking;
      const exportId = timeOrderedId(now);
      const who = { by, ...present({ onBehalfOf }) };
      await record(asking, { type: 'RequestExport', exportId, ...who, ...of, at: toInstant(now) });
      return exportId;
    },
    produced: (asking, exportId, made) => {
      const at = toInstant(clock.now());
      return record(asking, { type: 'RecordProduced', exportId, ...made, at });
    },
  };
}
