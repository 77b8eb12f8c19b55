import type { Instant } from '@plumbline/kernel';
import type { Asking } from './request.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly requestId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type RequestCommand = AskFeedback | DeclineRequest | AnswerRequest | LapseRequest;

export interface AskFeedback extends Asked, Asking {
  readonly type: 'AskFeedback';
  readonly question: string;
}

export interface DeclineRequest extends Asked {
  readonly type: 'DeclineRequest';
  readonly by: string;
  readonly reason?: string | undefined;
}

/** Told by a policy of a note that names the request; who gave it, about whom, is that note's. */
export interface AnswerRequest extends Asked {
  readonly type: 'AnswerRequest';
  readonly noteId: string;
  readonly author: string;
  readonly subject: string;
}

/** Told by the clock, for every request that is due. */
export interface LapseRequest extends Asked {
  readonly type: 'LapseRequest';
}
