import type { Day, Instant, Text } from '@plumbline/kernel';
import type { Segments } from './answer.ts';

/**
 * What is recorded of a survey: what was promised when it began, and that the promise never became
 * weaker. This is a storage contract: a change of meaning is a new version. Who took part, and what
 * was answered, are two other records, which nothing links to each other.
 *
 * `text` has the questions, by `question.<id>.<language>`, the options of a choice, by
 * `option.<question>.<option>.<language>`, and a title, by `title.<language>`.
 */
export type SurveyFact =
  | (Act & { type: 'SurveyLaunched'; owner: string; text: Text } & Launch)
  | (Act & { type: 'ThresholdRaised'; from: Thresholds; to: Thresholds; text: Text })
  | (Act & { type: 'SurveyClosed'; on: Day; text: Text })
  | ({ readonly type: 'ParticipationCounted'; readonly surveyId: string } & ParticipationCount);

interface Act {
  readonly act: string;
  readonly surveyId: string;
  readonly at: Instant;
}

/**
 * How many of each group took part, without anybody's name: the groups are those of the tickets,
 * which have nobody in common and as many who are asked as were promised, each of them. It is
 * counted by days that are over, so that it tells of nobody that they took part just now.
 */
export interface ParticipationCount {
  /** The last day of which it counts. */
  readonly until: Day;
  /** The survey is closed; nothing is counted after it. */
  readonly last: boolean;
  readonly groups: readonly GroupParticipation[];
}

export interface GroupParticipation {
  /** None is all others. */
  readonly segments: Segments;
  readonly invited: number;
  readonly participants: number;
}

export type SurveyKind = 'pulse' | 'enps' | 'own';

export interface Launch extends Thresholds {
  readonly kind: SurveyKind;
  /** Fixed at launch, for good: there is no way from here to names. */
  readonly mode: 'anonymous';
  readonly questions: readonly Question[];
  readonly languages: readonly string[];
  /** The language that every question has; the others may lack some. */
  readonly defaultLanguage: string;
  /** The organisation as it is locked for this survey: later moves change no figure of it. */
  readonly orgAsOf: OrganisationAsOf;
  readonly segments: readonly Segment[];
  readonly audience: Audience;
  /** The first day and the last one on which it is answered. */
  readonly opens: Day;
  readonly closes: Day;
  /**
   * Of a survey of people: the digest of the list of public keys of its tickets, as `ticket.ts`
   * says. It is fixed here, where all see the same, so that nobody can be given a key of their own
   * by which their answer would be known.
   */
  readonly ticketKeys?: string;
}

export interface Thresholds {
  /** Fewer answers than this are never together in anything that is stored or shown. */
  readonly threshold: number;
  /** Comments of a group are shown from so many answers of it on. */
  readonly commentThreshold: number;
}

export type Question =
  | (Asked & { readonly kind: 'rating' | 'enps' | 'comment' })
  | (Asked & { readonly kind: 'choice'; readonly options: readonly string[] });

interface Asked {
  /** The same in every language and, where one is asked again, in every survey. */
  readonly id: string;
  readonly required: boolean;
}

export type OrganisationAsOf = { readonly position: string } | { readonly instant: Instant };

/**
 * An attribute that answers carry, as the unit. All of its values are fixed at launch. The order of
 * attributes matters: where a group is too small, its last one is dropped first.
 */
export interface Segment {
  readonly id: string;
  readonly values: readonly string[];
  /** Where values lie within others, as units do: what lies above them and is no value itself. */
  readonly above?: readonly string[];
  /** Of each value, and then of each one above: the place of what it lies in among them; or −1. */
  readonly parents?: readonly number[];
}

export interface SegmentPlace {
  readonly value: string;
  /** The one that it lies in; null: none. */
  readonly parent: string | null;
}

/** Every value, and every one above, with what it lies in. */
export function placesOf({ values, above = [], parents = [] }: Segment): readonly SegmentPlace[] {
  const all = [...values, ...above];
  return all.map((value, index) => ({ value, parent: all[parents[index] ?? -1] ?? null }));
}

export type Audience =
  | {
      readonly kind: 'people';
      readonly people: readonly string[];
      readonly units: readonly string[];
    }
  /** Whoever has the link; participation is not recorded, as nobody is known. */
  | { readonly kind: 'link' };

export type Survey = { readonly stage: 'none' } | LaunchedSurvey;

export interface LaunchedSurvey extends Launch {
  readonly stage: 'launched' | 'closed';
  readonly surveyId: string;
  readonly owner: string;
  readonly launchedAt: Instant;
  /** The threshold of the launch, by which its groups were made; they stay when it is raised. */
  readonly groupThreshold: number;
  /** What was counted last of those who took part. */
  readonly counted: ParticipationCount | null;
  /** The day on which it was closed. */
  readonly closedOn: Day | null;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export const initialSurvey: Survey = { stage: 'none' };

export function evolveSurvey(survey: Survey, fact: SurveyFact): Survey {
  if (fact.type === 'SurveyLaunched') return launched(fact);
  if (survey.stage === 'none') return survey;
  if (fact.type === 'ParticipationCounted') return { ...survey, counted: countOf(fact) };
  const acts = { ...survey.acts, [fact.act]: true as const };
  switch (fact.type) {
    case 'ThresholdRaised':
      return { ...survey, ...fact.to, acts };
    case 'SurveyClosed':
      return { ...survey, stage: 'closed', closedOn: fact.on, acts };
  }
}

function launched(fact: SurveyFact & { type: 'SurveyLaunched' }): LaunchedSurvey {
  return {
    stage: 'launched',
    surveyId: fact.surveyId,
    owner: fact.owner,
    launchedAt: fact.at,
    groupThreshold: fact.threshold,
    counted: null,
    closedOn: null,
    acts: { [fact.act]: true },
    ...launchOf(fact),
  };
}

/** What is counted, and nothing else that may be beside it. */
export function countOf({ until, last, groups }: ParticipationCount): ParticipationCount {
  const bare = groups.map(({ segments, invited, participants }) => {
    return { segments, invited, participants };
  });
  return { until, last, groups: bare };
}

/** How many of all groups together; each person is in one of them. */
export function participantsOf({ groups }: ParticipationCount): number {
  return groups.reduce((sum, { participants }) => sum + participants, 0);
}

/** What is promised, and nothing else that may be beside it. */
export function launchOf(from: Launch): Launch {
  return {
    kind: from.kind,
    mode: from.mode,
    questions: from.questions,
    languages: from.languages,
    defaultLanguage: from.defaultLanguage,
    threshold: from.threshold,
    commentThreshold: from.commentThreshold,
    orgAsOf: from.orgAsOf,
    segments: from.segments,
    audience: from.audience,
    opens: from.opens,
    closes: from.closes,
    ...(from.ticketKeys === undefined ? {} : { ticketKeys: from.ticketKeys }),
  };
}
