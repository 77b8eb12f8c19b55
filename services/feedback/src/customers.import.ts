import { createHash } from 'node:crypto';
import type { CommandBus } from '@nestjs/cqrs';
import { canonicalJson, type CommandContext } from '@plumbline/event-log';
import { derivedId, endOfDay, isRejection, toInstant } from '@plumbline/kernel';
import type { Instant, Position, Rejection } from '@plumbline/kernel';
import { effectiveAtOf } from '@plumbline/web';
import type { RecordResponse } from './customer-response/customer-response.commands.ts';
import { customerResponseDecider } from './customer-response/customer-response.decide.ts';
import { customerResponseAggregate } from './facts.ts';
import { FeedbackEnvelope, type FeedbackPorts } from './feedback.ports.ts';
import { customerResponseStream } from './feedback.streams.ts';
import type { ImportResponseDto } from './http/customers.dto.ts';
import { recordingOf, responseIdOf } from './http/customers.map.ts';

/** What became of one line of a bulk import. */
export type ImportOutcome =
  | { readonly status: 'recorded' | 'unchanged'; readonly id: string; readonly position?: Position }
  | { readonly status: 'refused'; readonly rejection: Rejection };

export interface Importing {
  readonly tenant: string;
  readonly sub: string;
  /** Decide and answer, but record nothing. */
  readonly dryRun: boolean;
}

/**
 * Bulk import of responses. A line is one command, whose id derives from the source and the line's
 * key: the same line again decides nothing. Lines about the same response are taken in their
 * order, others side by side, so that they share commits.
 */
export class CustomersImport {
  readonly #bus: CommandBus;
  readonly #ports: FeedbackPorts;

  constructor(bus: CommandBus, ports: FeedbackPorts) {
    this.#bus = bus;
    this.#ports = ports;
  }

  /** The response that a line is about. */
  idOf(line: ImportResponseDto, { tenant }: Importing): string {
    return responseIdOf(tenant, line, commandIdOf(line, tenant));
  }

  async response(line: ImportResponseDto, importing: Importing): Promise<ImportOutcome> {
    const { tenant, dryRun } = importing;
    const act = commandIdOf(line, tenant);
    const responseId = responseIdOf(tenant, line, act);
    const now = toInstant(this.#ports.clock.now());
    const recording = recordingOf(line);
    const at =
      line.effectiveAt === undefined
        ? cameInAt(recording, now)
        : effectiveAtOf(line.effectiveAt, now);
    const command: RecordResponse = {
      ...{ type: 'RecordResponse', responseId, act, at, now },
      ...recording,
    };
    return dryRun ? this.#try(command, tenant) : this.#run(command, line, importing);
  }

  async #run(
    command: RecordResponse,
    line: ImportResponseDto,
    { tenant, sub }: Importing,
  ): Promise<ImportOutcome> {
    const { act: commandId, at: effectiveAt, responseId: id } = command;
    const context: CommandContext = {
      ...{ tenant, commandId, fingerprint: fingerprintOf(line), effectiveAt },
      actor: { sub, via: 'import' },
      ...{ correlationId: commandId, causationId: commandId },
    };
    const result = await this.#bus.execute(new FeedbackEnvelope(command, context));
    if (isRejection(result)) return { status: 'refused', rejection: result };
    const { changed, replayed, position } = result;
    const status = changed && !replayed ? 'recorded' : 'unchanged';
    return position === null ? { status, id } : { status, id, position };
  }

  async #try(command: RecordResponse, tenant: string): Promise<ImportOutcome> {
    const { responseId: id } = command;
    const stream = customerResponseStream(tenant, id);
    const { state } = await this.#ports.transactor.load(customerResponseAggregate, stream);
    const decision = customerResponseDecider.decide(command, state);
    if (isRejection(decision)) return { status: 'refused', rejection: decision };
    return { status: decision.length > 0 ? 'recorded' : 'unchanged', id };
  }
}

function commandIdOf({ source, key }: ImportResponseDto, tenant: string): string {
  return derivedId('import', tenant, 'customer-response', source, key);
}

/** What is brought in holds since the answer came in, or since the day that was asked about. */
function cameInAt(
  { answeredAt, occurredOn }: Pick<RecordResponse, 'answeredAt' | 'occurredOn'>,
  now: Instant,
): Instant {
  const at = answeredAt ?? endOfDay(occurredOn);
  return at < now ? at : now;
}

/** The shapes of requests are classes; what they hold is plain. */
function fingerprintOf({ key: _, ...content }: ImportResponseDto): string {
  const plain = canonicalJson(JSON.parse(JSON.stringify(content)) as unknown);
  return createHash('sha256').update(plain).digest('hex');
}
