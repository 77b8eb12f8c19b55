import type { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '@plumbline/event-log';
import {
  derivedId,
  isRejection,
  toInstant,
  type Position,
  type Rejection,
} from '@plumbline/kernel';
import { contentHash } from './content-hash.ts';
import type { ImportPastReview } from './past-review/past-review.commands.ts';
import { pastReviewDecider } from './past-review/past-review.decide.ts';
import { pastReviewAggregate, pastReviewStream } from './past.facts.ts';
import { refuseStranger } from './past.handler.ts';
import { ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';

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

/** A line, as it was checked. */
export type PastLine = Omit<ImportPastReview, 'type' | 'act' | 'at' | 'now'>;

/**
 * Bulk import of a finished cycle. A line is one command on the one past review that its person has
 * of its cycle: the same line again, from whichever file, decides nothing.
 */
export class PastReviewsImport {
  readonly #bus: CommandBus;
  readonly #ports: ReviewsPorts;

  constructor(bus: CommandBus, ports: ReviewsPorts) {
    this.#bus = bus;
    this.#ports = ports;
  }

  async review(line: PastLine, importing: Importing): Promise<ImportOutcome> {
    const { tenant, dryRun } = importing;
    const now = toInstant(this.#ports.clock.now());
    const rejection = refuseStranger(this.#ports, tenant, line.subject, now.slice(0, 10));
    if (rejection !== undefined) return { status: 'refused', rejection };
    // By its content: what is brought in otherwise is another command, and is refused as such.
    const act = derivedId('import', tenant, line.pastReviewId, contentHash(line));
    const command: ImportPastReview = { type: 'ImportPastReview', ...line, act, at: now, now };
    return dryRun ? this.#try(command, tenant) : this.#run(command, line, importing);
  }

  async #run(
    command: ImportPastReview,
    line: PastLine,
    { tenant, sub }: Importing,
  ): Promise<ImportOutcome> {
    const { act: commandId, at: effectiveAt, pastReviewId: id } = command;
    const context: CommandContext = {
      ...{ tenant, commandId, fingerprint: contentHash(line), effectiveAt },
      actor: { sub, via: 'import' },
      ...{ correlationId: commandId, causationId: commandId },
    };
    const result = await this.#bus.execute(new ReviewsEnvelope(command, context));
    if (isRejection(result)) return { status: 'refused', rejection: result };
    const { changed, replayed, position } = result;
    const status = changed && !replayed ? 'recorded' : 'unchanged';
    return position === null ? { status, id } : { status, id, position };
  }

  async #try(command: ImportPastReview, tenant: string): Promise<ImportOutcome> {
    const { pastReviewId: id } = command;
    const stream = pastReviewStream(tenant, id);
    const { state } = await this.#ports.transactor.load(pastReviewAggregate, stream);
    const decision = pastReviewDecider.decide(command, state);
    if (isRejection(decision)) return { status: 'refused', rejection: decision };
    return { status: decision.length > 0 ? 'recorded' : 'unchanged', id };
  }
}
