import { clearText, isBlank, reject, type Decision, type Rejection } from '@plumbline/kernel';
import type * as Command from './review.commands.ts';
import { wereRead } from './review.counting.ts';
import { refuseUninvited } from './review.invitations.ts';
import {
  answerLengthMax,
  authorOf,
  byName,
  byOf,
  evidenceMax,
  ownerOf,
  placed,
  refuseApprover,
  refuseOver,
  refuseUnlessWriting,
  refuseWritingOver,
} from './review.rules.ts';
import { hasOpenPart, sectionKey, type LiveReview } from './review.state.ts';
import type { ReviewFact } from './review.ts';

/** Again by the same author it is a newer version; every one is kept. */
export function submit(command: Command.SubmitSection, review: LiveReview): Decision<ReviewFact> {
  const refused =
    refuseWriter(command, review) ?? refuseContent(command) ?? refuseEvidence(command, review);
  if (refused !== undefined) return refused;
  const { role, ratings, evidence, words } = command;
  // What is blank is no answer: that it is there would tell who need not give one.
  const given = Object.entries(words).filter(([, said]) => !isBlank(said));
  const text = clearText(ownerOf(review), Object.fromEntries(given));
  const isInvited = role === 'peer' || role === 'upward';
  const written = { role, ratings, evidence, ...(isInvited ? byName(review) : {}) };
  return [{ type: 'SectionSubmitted', ...placed(command), ...byOf(command), ...written, text }];
}

/** Who writes a part, as what; whatever it says. */
export type Writer = Pick<Command.SubmitSection, 'role' | 'by' | 'onBehalfOf'>;

/** Whether somebody writes this part as things stand: what they then say is another question. */
export function refuseWriter(writer: Writer, review: LiveReview): Rejection | undefined {
  return refuseLate(writer, review) ?? refuseAuthor(writer, review);
}

/** Who answers for it is told how it stands. */
function refuseLate(command: Writer, review: LiveReview): Rejection | undefined {
  const isManager = command.role === 'manager' && authorOf(command) === review.manager;
  return isManager ? refuseUnlessWriting(review) : refuseOver(review);
}

/** Author and subject are two people, but for the own section; and so is who carries it out. */
function refuseAuthor(command: Writer, review: LiveReview): Rejection | undefined {
  const { role, by, onBehalfOf } = command;
  const author = authorOf(command);
  if (role === 'self') {
    if (by === review.subject && onBehalfOf === undefined) return undefined;
    const detail = 'The own section is written by the subject, in person.';
    return reject('review/not-the-subject', detail, '/role');
  }
  if (by === review.subject || author === review.subject) {
    const detail = 'Nobody writes about themselves but the own section, also not as a delegate.';
    return reject('review/author-is-subject', detail, '/role');
  }
  if (role === 'manager') return refuseManager(command, review) ?? refuseApprover(command, review);
  if (by !== author) {
    const detail = 'Who is asked as a reviewer writes in person.';
    return reject('review/in-person-only', detail, 'header:On-Behalf-Of');
  }
  return refuseUninvited({ role, reviewer: author }, review) ?? refuseRead(review);
}

/** What an unnamed one wrote stands once it was read: something new would be known as theirs. */
function refuseRead(review: LiveReview): Rejection | undefined {
  return wereRead(review) ? refuseWritingOver() : undefined;
}

/**
 * Who answered for an earlier part of the period writes as well, until another took over. Where
 * that one answers for no day of it, what was written counts, and is written no further.
 */
function refuseManager(writer: Writer, review: LiveReview): Rejection | undefined {
  const author = authorOf(writer);
  const own = review.segments.filter(({ manager }) => manager === author);
  const last = review.segments.at(-1);
  const isLast = last?.manager === author && last.sealed === undefined;
  // What was not written when another took over without a day is sealed, or is waited for.
  const isWritten = review.sections[sectionKey('manager', author)] !== undefined;
  const isSucceeded = isLast && isWritten && review.manager !== author;
  if (!isSucceeded && hasOpenPart(review, author)) return undefined;
  if (isSucceeded || own.some(({ sealed }) => sealed !== undefined)) {
    const detail = 'Your part is sealed: another has taken over, and neither edits the other’s.';
    return reject('review/segment-sealed', detail, '/role');
  }
  const detail = 'You do not answer for this review, or for no day of its period.';
  return reject('review/not-accountable', detail, '/role');
}

function refuseContent({ ratings, words, asks }: Command.SubmitSection): Rejection | undefined {
  const of = (kind: 'rating' | 'text') => asks.filter((one) => one.kind === kind);
  for (const [index, { item, rating }] of ratings.entries()) {
    const field = `/ratings/${index}`;
    const ask = of('rating').find((one) => one.item === item);
    if (ask === undefined) return notAsked(item, `${field}/item`);
    if (ratings.findIndex((one) => one.item === item) !== index) {
      return reject('review/rated-twice', `${item} is rated twice.`, `${field}/item`);
    }
    const { anchors = [] } = ask;
    if (!anchors.includes(rating)) {
      const detail = `Rate ${item} by one of ${anchors.join(', ')} (in millionths).`;
      return reject('review/off-the-scale', detail, `${field}/rating`);
    }
  }
  const strange = Object.keys(words).find((item) => !of('text').some((one) => one.item === item));
  if (strange !== undefined) return notAsked(strange, `/texts/${strange}`);
  const long = Object.keys(words).find((item) => (words[item] ?? '').length > answerLengthMax);
  if (long !== undefined) {
    const detail = `Give ${answerLengthMax} characters at most.`;
    return reject('review/text-too-long', detail, `/texts/${long}`);
  }
  const given = new Set([
    ...ratings.map(({ item }) => item),
    ...Object.keys(words).filter((item) => !isBlank(words[item] ?? '')),
  ]);
  const missing = asks.find(({ item, required }) => required && !given.has(item));
  if (missing === undefined) return undefined;
  const field = missing.kind === 'rating' ? '/ratings' : `/texts/${missing.item}`;
  return reject('review/item-missing', `${missing.item} is asked for, and is not there.`, field);
}

function notAsked(item: string, field: string): Rejection {
  return reject('review/item-unknown', `${item} is not asked for in this section.`, field);
}

/** Any month of the period: a refusal would tell in which ones there are notes for others alone. */
function isMonthOfFeedback(stream: string, { from, to }: LiveReview['period']): boolean {
  const month = /^feedback\.note (\d{4}-\d{2})$/.exec(stream)?.[1];
  return month !== undefined && month >= from.slice(0, 7) && month <= to.slice(0, 7);
}

function refuseEvidence(
  { evidence }: Command.SubmitSection,
  { manifest, period }: LiveReview,
): Rejection | undefined {
  if (evidence.length > evidenceMax) {
    const detail = `Refer to ${evidenceMax} pieces of evidence at most.`;
    return reject('review/too-much-evidence', detail, '/evidence');
  }
  const pinned = new Set(manifest.entries.map(({ stream }) => stream));
  const strange = evidence.findIndex((stream) => {
    return !pinned.has(stream) && !isMonthOfFeedback(stream, period);
  });
  if (strange < 0) return undefined;
  const detail = 'It is not among what was pinned for this review.';
  return reject('review/evidence-not-pinned', detail, `/evidence/${strange}`);
}
