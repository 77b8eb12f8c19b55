import { isBlank, reject, same, toInstant } from '@plumbline/kernel';
import type { Day, Instant, Rejection } from '@plumbline/kernel';
import type { RecordResponse } from './customer-response.commands.ts';
import type { Answer, KnownResponse, Recording } from './customer-response.ts';

export const codeLengthMax = 64;
export const keyLengthMax = 255;
export const commentLengthMax = 10_000;
export const reasonLengthMax = 2_000;

const codePattern = /^[^\p{C}\s]+$/u;

/** A day begins somewhere on Earth this long before it does so in UTC. */
const firstZoneMs = 14 * 3_600_000;

/** All that is asked of a recording but for its answers. */
export function refuseRecording(
  command: RecordResponse,
  answers: readonly Answer[],
): Rejection | undefined {
  const { source, transaction, touchpoint, channel, location, comment, weight = 1 } = command;
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    const detail = 'Give a weight above 0: what counts nothing is not recorded.';
    return reject('response/weight-not-positive', detail, '/weight');
  }
  return (
    refuseCode(source, keyLengthMax, '/source') ??
    refuseCode(transaction ?? 'none', keyLengthMax, '/transaction') ??
    refuseCode(touchpoint, codeLengthMax, '/touchpoint') ??
    refuseCode(channel, codeLengthMax, '/channel') ??
    refuseCode(location ?? 'none', keyLengthMax, '/location') ??
    (comment === undefined ? undefined : refuseText(comment, commentLengthMax, '/comment')) ??
    refuseTimes(command, answers)
  );
}

/**
 * An answer may come in as late as it likes. Days are those of where the interaction took place,
 * so that one is in the future only as long as it has begun nowhere.
 */
function refuseTimes(
  { at, now, occurredOn, answeredAt }: RecordResponse,
  answers: readonly Answer[],
): Rejection | undefined {
  if (occurredOn > lastDayBegunBy(now)) {
    const detail = `${occurredOn} lies in the future. Give the day of the interaction.`;
    return reject('response/occurred-in-the-future', detail, '/occurredOn');
  }
  if (answeredAt === null) {
    if (answers.every(({ score }) => score === null)) return undefined;
    const detail = 'There is a score. Say when it came in.';
    return reject('response/answered-at-missing', detail, '/answeredAt');
  }
  if (answeredAt > at) {
    const detail = `It is recorded as of ${at}, before it came in. Give a later time.`;
    return reject('response/recorded-before-its-answer', detail, '/effectiveAt');
  }
  if (occurredOn <= lastDayBegunBy(answeredAt)) return undefined;
  const detail = `It came in before ${occurredOn}, the day of the interaction.`;
  return reject('response/answered-before-it-occurred', detail, '/answeredAt');
}

function lastDayBegunBy(instant: Instant): Day {
  return toInstant(Date.parse(instant) + firstZoneMs).slice(0, 10);
}

/** Whether the same was recorded, whatever the order of its answers. Sealed text has no content. */
export function isSameContent(
  { recording, hasComment }: KnownResponse,
  asked: Recording,
  comment: string | undefined,
): boolean {
  return hasComment === (comment !== undefined) && same(inOrder(recording), inOrder(asked));
}

function inOrder(recording: Recording): Recording {
  const answers = [...recording.answers].sort((one, other) => (one.metric < other.metric ? -1 : 1));
  return { ...recording, answers };
}

/** What must be said, and in how many characters at most. */
export function refuseText(text: string, lengthMax: number, field: string): Rejection | undefined {
  if (isBlank(text)) return reject('response/text-missing', 'Say something here.', field);
  if (text.length <= lengthMax) return undefined;
  return reject('response/text-too-long', `At most ${lengthMax} characters.`, field);
}

/** A code stays in clear, and is published: it has no room for what somebody wrote. */
export function refuseCode(code: string, lengthMax: number, field: string): Rejection | undefined {
  const refused = refuseText(code, lengthMax, field);
  if (refused !== undefined || codePattern.test(code)) return refused;
  return reject('response/not-a-code', 'Give a code of one word, without blanks.', field);
}

export function refuseReason(reason: string): Rejection | undefined {
  return refuseText(reason, reasonLengthMax, '/reason');
}

export function refuseEarlierThan(since: Instant, at: Instant): Rejection | undefined {
  if (at >= since) return undefined;
  return reject(
    'response/before-its-latest-change',
    `A change that holds since ${since} is recorded already. Give that time or a later one.`,
    '/effectiveAt',
  );
}
