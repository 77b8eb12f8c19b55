import { msPerDay, type EpochMs } from '@plumbline/kernel';
import { countOf, pairReciprocity, proportion, quantile } from '@plumbline/statistics';
import type { Estimate, Proportion } from '@plumbline/statistics';
import { overEverywhereAt } from '../request/request.decide.ts';
import type { NoteSheet } from './note-sheet.ts';
import type { RequestSheet } from './request-sheet.ts';

/** Feedback once in as many days is what a person is to have at least. */
export const coverageDays = 30;
/** All other figures look back as far: over a quarter. */
export const figuresDays = 92;

/**
 * Whose sight is counted by, so that a figure tells nobody of a note that is hidden from them: the
 * person's own leave out what is for the manager only, all others what is between the two alone.
 */
export type CountedBy = 'person' | 'managers';

type CountedNote = Pick<
  NoteSheet,
  'author' | 'subject' | 'visibility' | 'stage' | 'givenAt' | 'links'
>;
type CountedRequest = Pick<RequestSheet, 'askedAt' | 'due' | 'stage' | 'outcomes'>;

export interface CoverageInput {
  /** Whom the figures are of. */
  readonly people: readonly string[];
  readonly countedBy: CountedBy;
  /** By them, or about them. */
  readonly notes: readonly CountedNote[];
  /** That they were asked. */
  readonly requests: readonly CountedRequest[];
  readonly until: EpochMs;
}

export interface CoverageFigures {
  /** Share of the people who have received any feedback in the last 30 days. */
  readonly coverage: Proportion;
  /** How many notes those were. */
  readonly received: Estimate;
  /** Share of the requests that are over, declined or past due included, that were answered. */
  readonly responseRate: Proportion;
  /** Median of the hours from request to answer. */
  readonly responseHours: Estimate;
  /**
   * Share of the pairs of giver and receiver of which the return is there as well: of several
   * people, of the pairs among them; of one, of theirs, and to themselves only, as whom they give
   * to may be hidden from their managers.
   */
  readonly reciprocity: Estimate;
  /** Share of the notes received that speak of a goal or of a skill. */
  readonly tied: Proportion;
}

/** Retracted notes count for nothing. What is not known, as there is nothing of it, is null. */
export function coverageFigures(input: CoverageInput): CoverageFigures {
  const { people, countedBy, until } = input;
  const of = new Set(people);
  const notes = input.notes.filter((note) => isCounted(note, of, countedBy));
  const received = notes.filter(({ subject }) => of.has(subject));
  const recent = received.filter((note) => isWithin(note.givenAt, until, coverageDays));
  const ofQuarter = received.filter((note) => isWithin(note.givenAt, until, figuresDays));
  const covered = new Set(recent.map(({ subject }) => subject));
  return {
    coverage: proportion('feedback-coverage@1', covered.size, of.size),
    received: countOf('feedback-received@1', of.size === 0 ? null : recent.length, of.size),
    ...responses(input),
    reciprocity: pairReciprocity(pairsOf(input, notes)),
    tied: proportion('feedback-tied@1', ofQuarter.filter(isTied).length, ofQuarter.length),
  };
}

function isCounted(
  { author, visibility, stage }: CountedNote,
  of: ReadonlySet<string>,
  countedBy: CountedBy,
): boolean {
  if (stage === 'retracted') return false;
  if (countedBy === 'managers') return visibility !== 'author-and-subject';
  return visibility !== 'manager-only' || of.has(author);
}

function pairsOf({ people, countedBy, until }: CoverageInput, notes: readonly CountedNote[]) {
  const [one, ...others] = people;
  const of = new Set(people);
  const isAlone = one !== undefined && others.length === 0;
  if (isAlone && countedBy === 'managers') return [];
  return notes
    .filter((note) => isWithin(note.givenAt, until, figuresDays))
    .filter(({ author, subject }) => isAlone || (of.has(author) && of.has(subject)))
    .map(({ author, subject }) => ({ from: author, to: subject }));
}

function isTied({ links }: CountedNote): boolean {
  return links.some((link) => 'goal' in link || 'skill' in link);
}

/** A note that is told of a time before its request has taken no time, and not less than none. */
function responses({ requests, until }: CoverageInput) {
  const asked = requests.filter((one) => isWithin(one.askedAt, until, figuresDays));
  const answered = asked.filter(({ stage }) => stage === 'answered');
  const over = asked.filter(({ stage, due }) => {
    return stage !== 'open' || Date.parse(overEverywhereAt(due)) <= until;
  });
  const hours = answered.flatMap(({ askedAt, outcomes }) => {
    const answer = outcomes.find(({ stage }) => stage === 'answered');
    const waited = answer === undefined ? [] : [Date.parse(answer.at) - Date.parse(askedAt)];
    return waited.map((ms) => Math.max(ms, 0) / msPerHour);
  });
  return {
    responseRate: proportion('feedback-response-rate@1', answered.length, over.length),
    responseHours: quantile('feedback-response-hours@1', hours, 0.5),
  };
}

const msPerHour = 3_600_000;

function isWithin(at: string, until: EpochMs, days: number): boolean {
  const ms = Date.parse(at);
  return ms <= until && ms > until - days * msPerDay;
}
