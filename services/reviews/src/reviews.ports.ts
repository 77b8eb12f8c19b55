import { Command } from '@nestjs/cqrs';
import type { Access } from '@plumbline/access';
import type { CommandContext, TransactReceipt, Transactor } from '@plumbline/event-log';
import { present, type Clock, type Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { Sealer } from '@plumbline/privacy';
import type { Views } from '@plumbline/views';
import type { DraftAsked } from './drafts.handler.ts';
import type { PastReviewCommand } from './past-review/past-review.commands.ts';
import type { CalibrationAsked } from './calibration.handler.ts';
import type { CycleAsked } from './cycles.handler.ts';
import type { IssueReminder } from './reminders/reminders.ts';
import type { QuietHours } from './reminders/reminders.rules.ts';
import type { ReviewAsked } from './reviewing.handler.ts';
import type { RulePackAsked, TemplateAsked } from './settings.handler.ts';

/** What this context needs of the outside. */
export interface ReviewsPorts {
  readonly transactor: Transactor;
  readonly views: Views;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly access: Access;
  /** When people are reminded; left out, they are not. */
  readonly reminders?: { readonly quiet: QuietHours };
}

export const reviewsPorts = Symbol('ReviewsPorts');

export type AnyCommand =
  | RulePackAsked
  | TemplateAsked
  | CalibrationAsked
  | PastReviewCommand
  | DraftAsked
  | CycleAsked
  | ReviewAsked
  | IssueReminder;

/** Every command of this context goes over the bus in this one envelope. */
export class ReviewsEnvelope extends Command<TransactReceipt | Rejection> {
  constructor(
    readonly command: AnyCommand,
    readonly context: CommandContext,
    /** Who asks; absent when the door has permitted it already (import, policy). */
    readonly asking?: Asking,
    readonly ifMatch?: number,
  ) {
    super();
  }
}

/** What every transaction of an envelope has, whatever it is about. */
export function askedOf({ context, ifMatch }: ReviewsEnvelope) {
  return { context, ...present({ ifMatch }) };
}
