import type { Instant } from '@plumbline/kernel';
import type { Given, Visibility } from './note.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly noteId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type NoteCommand = GiveFeedback | RetractFeedback | WidenVisibility;

export interface GiveFeedback extends Asked, Given {
  readonly type: 'GiveFeedback';
  readonly message: string;
}

export interface RetractFeedback extends Asked {
  readonly type: 'RetractFeedback';
  readonly by: string;
  readonly reason: string;
}

export interface WidenVisibility extends Asked {
  readonly type: 'WidenVisibility';
  readonly by: string;
  readonly to: Visibility;
  readonly reason?: string | undefined;
}
