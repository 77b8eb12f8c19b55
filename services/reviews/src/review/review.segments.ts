import { clearText, msPerDay, reject, toInstant } from '@plumbline/kernel';
import type { Day, Decision, Text } from '@plumbline/kernel';
import type { ReassignReviewer } from './review.commands.ts';
import { ownerOf, placed, refuseFinal } from './review.rules.ts';
import { isWriting, sectionKey, type LiveReview, type Segment } from './review.state.ts';
import type { Accountable, ReviewFact, Sealed } from './review.ts';

/**
 * Another manager takes over. What the one before gave, be it a draft, is sealed as the part of the
 * period that they answered for, and is edited by nobody; who comes answers for what is left.
 * Where that is no day, or once nobody writes any more, who comes answers for the review and writes
 * nothing: what counts stays.
 */
export function reassign(command: ReassignReviewer, review: LiveReview): Decision<ReviewFact> {
  const { to, days, draft } = command;
  if (to === review.manager) return []; // Already so.
  const refused = refuseFinal(review);
  if (refused !== undefined) return refused;
  if (to === review.subject) {
    return reject('review/manager-is-subject', 'Nobody answers for an own review.', '/to');
  }
  const last = review.segments.at(-1);
  // What the directory was told late does not reach behind the part that it ends.
  const on = last !== undefined && command.on < last.from ? last.from : command.on;
  const from = review.manager;
  const taken = { type: 'ReviewerReassigned', ...placed(command), from, to, on } as const;
  if (!isWriting(review)) return [{ ...taken, segment: null }];
  const ending = { on, days: days.outgoing, draft };
  // Of what nobody answered for, who comes says what there is to say.
  if (days.incoming === 0 && from !== null) {
    const isWritten = review.sections[sectionKey('manager', from)] !== undefined;
    const lost = isWritten ? [] : sealedOf(from, review, command, ending);
    return [...lost, { ...taken, segment: null }];
  }
  const end = on > review.period.to ? on : review.period.to;
  const segment: Accountable = { manager: to, from: on, to: end, days: days.incoming };
  const writer = last === undefined || last.sealed !== undefined ? from : last.manager;
  const before = writer === null ? [] : sealedOf(writer, review, command, ending);
  return [...before, { ...taken, segment }];
}

interface Ending {
  readonly draft: ReassignReviewer['draft'] | undefined;
  readonly on: Day;
  readonly days: number;
}

/** Of a manager who had several parts, all are sealed: the section is one. */
function sealedOf(
  writer: string,
  review: LiveReview,
  command: ReassignReviewer,
  { on, days, draft }: Ending,
): readonly ReviewFact[] {
  const { segments } = review;
  const open = segments.filter((one) => one.manager === writer && one.sealed === undefined);
  const { text, ...given } = givenBy(writer, review, command.act, draft);
  return open.map((one): ReviewFact => {
    const isLast = one === segments.at(-1);
    const part = isLast ? { ...partOf(one), to: endedBefore(one, on), days } : partOf(one);
    return { type: 'SegmentSealed', ...placed(command), ...part, ...given, text };
  });
}

/** What was submitted counts, also beside a newer draft: that one was not handed in. */
function givenBy(
  writer: string,
  review: LiveReview,
  act: string,
  draft: ReassignReviewer['draft'] | undefined,
): Sealed & { readonly text: Text } {
  const section = review.sections[sectionKey('manager', writer)];
  const none = clearText(ownerOf(review), {});
  if (section !== undefined) {
    return { was: 'submitted', source: section.act, ratings: section.ratings, text: none };
  }
  if (draft === undefined) return { was: 'nothing', source: act, ratings: [], text: none };
  const text = clearText(ownerOf(review), draft.words);
  return { was: 'draft', source: act, ratings: draft.ratings, text };
}

function partOf({ manager, from, to, days }: Segment): Accountable {
  return { manager, from, to, days };
}

/** The day before another took over, and no day before it began. */
function endedBefore({ from, to }: Segment, on: Day): Day {
  const before = toInstant(Date.parse(on) - msPerDay).slice(0, 10);
  if (before < from) return from;
  return before > to ? to : before;
}
