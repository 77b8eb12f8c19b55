import { derivedId, type Instant } from '@plumbline/kernel';
import type { ReceivePoints } from '../recognition/points.commands.ts';
import type { RecognitionGiven } from '../recognition/points.ts';

/** A recognition as it is told of. `id` is that of the fact: the same however often it comes. */
export interface RecognitionTold {
  readonly id: string;
  readonly effectiveAt: Instant;
  readonly data: Pick<
    RecognitionGiven,
    'recognitionId' | 'giver' | 'receiver' | 'value' | 'points'
  >;
}

/**
 * What a giver has given goes on to the account of the receiver, also when it is without points.
 * The act derives from the fact, so that a redelivery decides nothing.
 */
export function receiveOnRecognitionGiven({
  id,
  effectiveAt: at,
  data,
}: RecognitionTold): readonly ReceivePoints[] {
  const { receiver: person, recognitionId, giver, value, points } = data;
  const act = derivedId('policy', 'receive-on-recognition-given', id);
  return [{ type: 'ReceivePoints', act, person, at, recognitionId, giver, value, points }];
}
