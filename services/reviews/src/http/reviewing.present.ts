import { withRefs } from '@plumbline/views';
import { citedFor, noteReaderOf } from '../evidence.sight.ts';
import type { SeenReview } from '../reviewing.queries.ts';
import type { CycleSheet } from '../views/cycle-sheet.ts';
import { hearerOf, toldRevision } from '../views/review-revision.ts';
import { shownTo, type Shown, type ShownSection } from '../views/review-shown.ts';

/** View documents as readers see them, with references for what was written. */
export function cycleDetail(sheet: CycleSheet) {
  const { cycleId: id, title, stage, period, template, pack, population, peers, due } = sheet;
  const { pin, n, history, revision } = sheet;
  const planned = { id, title, stage, period, template, pack, population, peers, due };
  return withRefs({ ...planned, pin, n, history, revision }, sheet.texts);
}

/**
 * What a reader sees of a review. Who is only asked to write in it is not told how it stands: that
 * a colleague's review is disputed is between others.
 */
export function reviewDetail(seen: SeenReview, me: string) {
  const { sheet, eyes, writes = null } = seen;
  const shown = shownTo(sheet, eyes, me);
  const {
    score,
    segments = [],
    rating = null,
    calibrations = [],
    overrides = [],
    final = null,
  } = shown.result ?? {};
  const isWhole = noteReaderOf(eyes, sheet.review, me) === 'auditor';
  const sections = shown.sections.map((one) => {
    return sectionOf(isWhole || one.author === me ? one : withoutFeedback(one));
  });
  const review = {
    ...frameOf(seen, shown, me),
    ...{ seenAs: eyes, sections, withheld: shown.withheld },
    ...{ invitations: shown.invitations, writes, rating, calibrations, overrides, final },
    segments: segments.map(({ manager, from, to, days, sealed }) => {
      return { manager, from, to, days, sealed: sealed?.was ?? null };
    }),
    score: score === null || score === undefined ? null : scoreOf(score),
    outcomes: shown.outcomes.map(({ outcome = null, askedBy = null, ...line }) => {
      return { ...line, outcome, askedBy };
    }),
  };
  return withRefs(review, sheet.texts);
}

/** A line of a list: whose it is, and how far. */
export function reviewLine(seen: SeenReview, me: string) {
  return { ...frameOf(seen, shownTo(seen.sheet, seen.eyes, me), me), seenAs: seen.eyes };
}

function frameOf({ sheet, eyes }: SeenReview, { isOwnOnly, stage }: Shown, me: string) {
  const { reviewId: id, cycleId, subject, job = null, period, template, due } = sheet.review;
  const { revision: reviewRevision, manager, pack, peers } = sheet.review;
  const { pin: pinned, manifest } = sheet.review;
  const { asOf, position } = pinned;
  // A hash and a count of all lines tell whether there is feedback that is for others alone.
  const isWhole = noteReaderOf(eyes, sheet.review, me) === 'auditor';
  const [manifestHash, n] = isWhole ? [manifest.hash, manifest.entries.length] : [null, null];
  const pin = { asOf, position, manifestHash, n };
  const frame = { id, cycleId, subject, job, period, template, due, peers };
  const revision = toldRevision(sheet.told, hearerOf(eyes, me));
  if (isOwnOnly) {
    return {
      ...frame,
      revision,
      stage,
      reviewRevision: null,
      manager: null,
      pack: null,
      pin: null,
    };
  }
  return { ...frame, revision, stage, reviewRevision, manager, pack, pin };
}

/** Which months of feedback another refers to is told where it is known which notes are told. */
function withoutFeedback(section: ShownSection): ShownSection {
  return { ...section, evidence: citedFor(section.evidence, new Set()) };
}

function sectionOf(section: ReturnType<typeof shownTo>['sections'][number]) {
  const { words: texts, ...rest } = section;
  return { ...rest, texts };
}

/** The score by its parts; down to the facts it is told by the explanation. */
function scoreOf(score: NonNullable<SeenReview['sheet']['review']['score']>) {
  const { packHash, total, cause = null, days, scale, parts } = score;
  return { packHash, total, cause, days, scale, parts };
}
