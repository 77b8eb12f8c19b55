import { Command } from '@nestjs/cqrs';
import type { Access } from '@plumbline/access';
import type { CommandContext, TransactReceipt, Transactor } from '@plumbline/event-log';
import type { Exporter } from '@plumbline/exports';
import { present, type Clock, type Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { AnswerStaging, ForgettingSealer, KeyStore } from '@plumbline/privacy';
import type { Views } from '@plumbline/views';
import type { CaseAsked } from './cases.handler.ts';
import type { CustomerResponseCommand } from './customer-response/customer-response.commands.ts';
import type { NoteCommand } from './note/note.commands.ts';
import type { HoldOneToOne, OneToOneCommand } from './one-to-one/one-to-one.commands.ts';
import type { PointsAsked } from './recognition.handler.ts';
import type { ProgrammeCommand } from './recognition/programme.commands.ts';
import type { RequestCommand } from './request/request.commands.ts';
import type { ServiceLevelCommand } from './service-level/service-level.commands.ts';
import type { SurveyAsked } from './surveys.handler.ts';

/** What this context needs of the outside. */
export interface FeedbackPorts {
  readonly transactor: Transactor;
  readonly views: Views;
  readonly sealer: ForgettingSealer;
  /** Where answers of surveys wait; a survey's key is destroyed with it. */
  readonly staging: AnswerStaging;
  readonly keys: Pick<KeyStore, 'destroy'>;
  readonly clock: Clock;
  readonly access: Access;
  readonly exporter: Exporter;
  /** Told of what is tried again later. */
  readonly logger?: FeedbackLogger;
}

interface FeedbackLogger {
  error(fields: object, message: string): void;
  info(fields: object, message: string): void;
}

export const feedbackPorts = Symbol('FeedbackPorts');

/** Whom a meeting is about, the handler knows: the one of the two who reports to the other. */
export type OneToOneAsked = Exclude<OneToOneCommand, HoldOneToOne> | Omit<HoldOneToOne, 'about'>;

export type AnyCommand =
  | RequestCommand
  | NoteCommand
  | OneToOneAsked
  | CustomerResponseCommand
  | ProgrammeCommand
  | PointsAsked
  | ServiceLevelCommand
  | CaseAsked
  | SurveyAsked;

/**
 * Every command of this context goes over the bus in this one envelope. (A "feedback request" is a
 * word of the domain, and another thing.)
 */
export class FeedbackEnvelope extends Command<TransactReceipt | Rejection> {
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
export function askedOf({ context, ifMatch }: FeedbackEnvelope) {
  return { context, ...present({ ifMatch }) };
}
