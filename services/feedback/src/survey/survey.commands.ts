import type { Day, Instant } from '@plumbline/kernel';
import type { Launch, ParticipationCount, Thresholds } from './survey.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
interface Asked {
  readonly act: string;
  readonly surveyId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type SurveyCommand = LaunchSurvey | RaiseThreshold | CloseSurvey | CountParticipation;

export interface LaunchSurvey extends Asked, Omit<Launch, keyof Thresholds> {
  readonly type: 'LaunchSurvey';
  /** Whose key seals the questions: a unit usually, as what is a person's goes with the person. */
  readonly owner: string;
  /** The default, where it is left out. */
  readonly threshold?: number;
  /** The threshold, where it is left out. */
  readonly commentThreshold?: number;
  /** By the names of text fields, as in `question.<id>.<language>`. */
  readonly words: Readonly<Record<string, string>>;
}

export interface RaiseThreshold extends Asked, Partial<Thresholds> {
  readonly type: 'RaiseThreshold';
  readonly reason: string;
}

/** It has no act and no instant: what it counts follows from what is recorded, and its day. */
export interface CountParticipation extends ParticipationCount {
  readonly type: 'CountParticipation';
  readonly surveyId: string;
}

export interface CloseSurvey extends Asked {
  readonly type: 'CloseSurvey';
  readonly on: Day;
  /** Asked for where it is closed before its last day is over. */
  readonly reason?: string;
}
