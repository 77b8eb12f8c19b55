import { derivedId, present, readInstant } from '@plumbline/kernel';
import { callerOf, type Exchange } from '@plumbline/web';
import type {
  GivenAnswer,
  RecordResponse,
} from '../customer-response/customer-response.commands.ts';
import type { Share, Shares } from '../customer-response/customer-response.ts';
import type { AnswerDto, RecordResponseDto, ShareDto } from './customers.dto.ts';

/** From the shapes of requests to what commands hold. */

/**
 * The id of a response: the same transaction of the same source is the same response, however
 * often and by whatever way it comes. Without one, it is the act that records it.
 */
export function responseIdOf(
  tenant: string,
  { source, transaction }: Pick<RecordResponseDto, 'source' | 'transaction'>,
  act: string,
): string {
  return transaction === undefined || transaction === null
    ? derivedId(tenant, 'customer-response', act)
    : derivedId(tenant, 'customer-response', source, transaction);
}

type Recorded = Omit<RecordResponse, 'type' | 'responseId' | 'act' | 'at' | 'now'>;

export function recordingOf(body: RecordResponseDto): Recorded {
  const { source, transaction = null, occurredOn, touchpoint, channel, location = null } = body;
  const { answers, weight, comment, attribution } = body;
  const answeredAt = body.answeredAt ?? null;
  return {
    ...{ source, transaction, occurredOn, touchpoint, channel, location },
    answeredAt: answeredAt === null ? null : (readInstant(answeredAt) ?? answeredAt),
    answers: answers.map(answerOf),
    ...present({ weight, comment }),
    ...(attribution === undefined ? {} : { attribution: sharesOf(attribution) }),
  };
}

function answerOf({ metric, scale, score, noAnswer, codes }: AnswerDto): GivenAnswer {
  return {
    ...{ metric, score: score ?? null },
    ...(scale === undefined ? {} : { scale: { min: scale.min, max: scale.max } }),
    ...(noAnswer === undefined ? {} : { noAnswer }),
    ...(codes === undefined ? {} : { codes: codes.map(({ code, means }) => ({ code, means })) }),
  };
}

export function sharesOf(shares: readonly ShareDto[]): Shares {
  return shares.map(({ unit, person = '', share }): Share => {
    return unit === undefined ? { person, share } : { unit, share };
  });
}

/** `me`, or a person. */
export function personOf(person: string | undefined, exchange: Exchange): string | undefined {
  if (person !== 'me') return person;
  const { sub, onBehalfOf } = callerOf(exchange);
  return onBehalfOf ?? sub;
}
