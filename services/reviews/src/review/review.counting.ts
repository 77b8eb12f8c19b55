import type { LiveReview } from './review.state.ts';
import type { Role } from './review.ts';

type Asked = Pick<LiveReview, 'peers' | 'stage' | 'invitations'>;

/**
 * Whether unnamed reviewers may still come in: until then nothing that they gave is told or
 * counted. Once a manager has written nobody more is asked; then all may have answered.
 */
export function areComing(review: Asked): boolean {
  const { peers, stage } = review;
  if (peers.mode === 'named') return false;
  if (stage === 'manager-submitted') return isAsking(review);
  return stage === 'opened' || stage === 'self-submitted';
}

/**
 * Whether a manager has read what the unnamed ones gave. Who of them gave something else after that
 * would be known by what is new.
 */
export function wereRead(review: Asked & Parts): boolean {
  if (review.peers.mode === 'named' || isAsking(review)) return false;
  return review.stage === 'manager-submitted' || wasWritten(review);
}

type Parts = Pick<LiveReview, 'segments' | 'revision' | 'wasRead'>;

/** Whether some manager had written before, whoever is to write now. */
export function wasWritten({ revision, segments, wasRead }: Parts): boolean {
  const isSealed = segments.some(({ sealed }) => sealed?.was === 'submitted');
  return revision > 1 || isSealed || wasRead === true;
}

function isAsking({ invitations }: Asked): boolean {
  return Object.values(invitations).some((one) => one.stage === 'open');
}

/** Of what a score is: how many facts went in, and how many had when what counts changed last. */
type Inputs = Pick<LiveReview, 'inputs' | 'counted'>;

/** One that counts. */
export function input({ inputs }: Inputs): Inputs {
  return { inputs: inputs + 1, counted: inputs + 1 };
}

/**
 * What somebody did as one of those who are asked. Of unnamed ones it counts with the last of them:
 * a score that is worked out anew before that would tell that somebody has answered, and when.
 */
export function inputOf(role: Role, after: Asked & Inputs): Inputs {
  const { inputs, counted } = after;
  const isInvited = role === 'peer' || role === 'upward';
  return isInvited && areComing(after) ? { inputs: inputs + 1, counted } : input(after);
}

/** Whether a score is of all that counts. */
export function isScored({ score, counted }: Pick<LiveReview, 'score' | 'counted'>): boolean {
  return score !== null && score.basis >= counted;
}
