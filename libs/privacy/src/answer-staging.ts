import { Fault } from '@plumbline/kernel';

/**
 * Where answers of anonymous surveys wait until they are released together with others.
 *
 * It keeps nothing by which an answer could be put beside a person: no time, no order in which
 * answers came, no person, and no ticket beside an answer. What it is given is sealed already: it
 * holds bytes, and no key that opens them. Ids are drawn at random for each answer, and whatever
 * lies on a disk or comes out of it is in the order of these ids.
 *
 * What a caller may rely on, of every adapter (`answer-staging.contract.ts` holds each to it):
 * - `stage` keeps the answer and that its ticket is spent, both or neither, and both durably before
 *   it answers. A ticket is spent once, however many send it at the same time.
 * - `draw` and `undraw` do all of what they are to do or nothing.
 * - An answer is removed by `released` or `destroy`, and by nothing else: whoever stops at any
 *   point, and begins anew with what `drawn` and `waiting` say, loses none and releases none twice.
 * - What is removed is overwritten in the files that the adapter holds.
 * - What the engine cannot do now throws `StagingUnavailable`, and has changed nothing; where the
 *   engine is behind a network, the change may have been made, and the same call again tells.
 */
export interface AnswerStaging {
  /**
   * Makes a place for the answers of a survey, with the keys of its tickets. Gives back what is in
   * force: who was first counts.
   */
  open(of: SurveyPlace, keys: Uint8Array): Promise<StagedSurvey>;
  /** By the survey alone, whose id no two tenants share: who answers names no tenant. */
  find(survey: string): Promise<StagedSurvey | undefined>;
  /** The surveys that have a place. */
  list(): Promise<readonly SurveyPlace[]>;
  stage(survey: string, ticket: string, answer: Uint8Array): Promise<Staging>;
  isSpent(survey: string, ticket: string): Promise<boolean>;
  /** The answers that wait and are not drawn, in the order of their ids. */
  waiting(survey: string): Promise<readonly StagedAnswer[]>;
  /** How many answers are held, drawn ones too. */
  count(survey: string): Promise<number>;
  /** From now on nothing is staged. The keys of the tickets are destroyed. */
  end(survey: string): Promise<void>;
  /**
   * Notes which answers go into which batches, with what each batch says. The first has the number
   * `next`. False, and nothing is changed, when that is not the next number any more, when batches
   * that were drawn before are not released yet, or when one of the answers does not wait.
   */
  draw(survey: string, next: number, batches: readonly NewBatch[]): Promise<boolean>;
  /** The batches that are drawn and not released, in the order of their numbers. */
  drawn(survey: string): Promise<readonly DrawnBatch[]>;
  /** A batch was recorded in the log: it is removed, and the answers that were drawn into it. */
  released(survey: string, batch: number): Promise<void>;
  /** Batches that the log refused: they are removed, and their answers wait again. */
  undraw(survey: string): Promise<void>;
  /** Removes everything of a survey: what still waits, too. */
  destroy(survey: string): Promise<void>;
  close(): Promise<void>;
}

export interface SurveyPlace {
  readonly tenant: string;
  readonly survey: string;
}

export interface StagedSurvey extends SurveyPlace {
  /** Null once the survey has ended. */
  readonly keys: Uint8Array | null;
  /** The number of the batch that is drawn next; from 1. */
  readonly next: number;
}

/** `closed`: there is no such survey, or it has ended. */
export type Staging = 'staged' | 'spent' | 'closed';

export interface StagedAnswer {
  readonly id: string;
  readonly sealed: Uint8Array;
}

export interface NewBatch {
  /** The ids of the answers that it is made of. */
  readonly of: readonly string[];
  readonly sealed: Uint8Array;
}

export interface DrawnBatch {
  readonly batch: number;
  readonly sealed: Uint8Array;
}

/** The engine cannot read or write answers now: disk full, read-only, unreachable, closed. */
export class StagingUnavailable extends Fault {
  readonly code = 'privacy/staging-unavailable';
  readonly retriable = true;
}
