import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TransactReceipt } from '@plumbline/event-log';
import type { Rejection } from '@plumbline/kernel';
import { transactDraft } from './drafts.handler.ts';
import { transactPastReview } from './past.handler.ts';
import { isCalibrationCommand, transactCalibration } from './calibration.handler.ts';
import { transactCycle } from './cycles.handler.ts';
import { transactReminder } from './due.handler.ts';
import { transactReview } from './reviewing.handler.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { transactRulePack, transactTemplate } from './settings.handler.ts';

@CommandHandler(ReviewsEnvelope)
export class ReviewsHandler implements ICommandHandler<ReviewsEnvelope> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute(envelope: ReviewsEnvelope): Promise<TransactReceipt | Rejection> {
    const { command } = envelope;
    if (isCalibrationCommand(command)) return transactCalibration(this.ports, command, envelope);
    if (command.type === 'SaveDraft') return transactDraft(this.ports, command, envelope);
    if (command.type === 'IssueReminder') return transactReminder(this.ports, command, envelope);
    if ('reviewId' in command) return transactReview(this.ports, command, envelope);
    if ('cycleId' in command) return transactCycle(this.ports, command, envelope);
    if ('packId' in command) return transactRulePack(this.ports, command, envelope);
    if ('pastReviewId' in command) return transactPastReview(this.ports, command, envelope);
    return transactTemplate(this.ports, command, envelope);
  }
}
