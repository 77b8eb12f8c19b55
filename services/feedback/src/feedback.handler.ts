import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TransactReceipt } from '@plumbline/event-log';
import type { Rejection } from '@plumbline/kernel';
import { transactCase, transactServiceLevel } from './cases.handler.ts';
import { transactCustomerResponse } from './customers.handler.ts';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { transactNote, transactOneToOne, transactRequest } from './people.handler.ts';
import { isPointsCommand, transactPoints, transactProgramme } from './recognition.handler.ts';
import { transactSurvey } from './surveys.handler.ts';

@CommandHandler(FeedbackEnvelope)
export class FeedbackHandler implements ICommandHandler<FeedbackEnvelope> {
  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {}

  async execute(envelope: FeedbackEnvelope): Promise<TransactReceipt | Rejection> {
    const { command } = envelope;
    if ('requestId' in command) return transactRequest(this.ports, command, envelope);
    if ('oneToOneId' in command) return transactOneToOne(this.ports, command, envelope);
    if ('responseId' in command) return transactCustomerResponse(this.ports, command, envelope);
    if ('serviceLevelId' in command) return transactServiceLevel(this.ports, command, envelope);
    if ('caseId' in command) return transactCase(this.ports, command, envelope);
    if ('programmeId' in command) return transactProgramme(this.ports, command, envelope);
    if ('surveyId' in command) return transactSurvey(this.ports, command, envelope);
    if (isPointsCommand(command)) return transactPoints(this.ports, command, envelope);
    return transactNote(this.ports, command, envelope);
  }
}
