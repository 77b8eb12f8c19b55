import { clearText, fold, isRejection, toInstant } from '@plumbline/kernel';
import { labelOf, type Content, type Segments, type WaitingAnswer } from './answer.ts';
import { answersDecider } from './answers.decide.ts';
import { open, over } from './answers.histories.ts';
import { initialAnswers, releaseCommand, type Answers, type AnswersReleased } from './answers.ts';
import { participationDecider } from './participation.decide.ts';
import { initialParticipation, participationCommand } from './participation.ts';
import type { ParticipationRecorded } from './participation.ts';
import { rollUp } from './roll-up.ts';
import { drawBatches, type UniformInteger, type WaitingAnswers } from './staging.ts';

/** Numbers that only look random: the same seed gives the same ones. */
export function drawn(seed: number): UniformInteger {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A fact with all that the log keeps beside it. */
export interface Logged<Fact> {
  readonly fact: Fact;
  readonly position: number;
  readonly recordedAt: number;
  readonly actor: string;
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
}

/** What an attacker has: both streams whole, and the organisation; nothing waits any more. */
export interface Stored {
  readonly participation: readonly Logged<ParticipationRecorded>[];
  readonly releases: readonly Logged<AnswersReleased>[];
  readonly segmentsOf: ReadonlyMap<string, Segments>;
}

/** The answer that the attacker knows to be of somebody, and wants to know of whom. */
export interface Target {
  readonly release: Logged<AnswersReleased>;
  readonly index: number;
}

/** How answers are handled: as the rules have it, or with a leak. */
export interface Practice {
  readonly segments: readonly string[];
  readonly draw: (waiting: WaitingAnswers) => ReturnType<typeof drawBatches>;
  /** Facts hold whatever the draw gave, though the decision refuses it or leaves it out. */
  readonly isLeaky: boolean;
}

export const asRuled: Practice = { segments: [], draw: drawBatches, isLeaky: false };

export interface Played {
  readonly stored: Stored;
  readonly refusals: readonly string[];
  /** Undefined when the answer was never released. */
  readonly target: Target | undefined;
  readonly author: string;
  readonly k: number;
  /** How many the answer hides among: all who waited, in its group, when it was drawn. */
  readonly hidesAmong: number;
}

const surveyId = 'survey';
const units = ['desk', 'desk', 'desk', 'desk', 'lab', 'lab', 'lab', 'shop', 'shop', 'hut'];
const day = '2026-05-06';
const began = Date.parse(`${day}T08:00:00.000Z`);
const isTarget = ({ choices }: Pick<WaitingAnswer, 'choices'>) => choices['place'] === 'office';

/**
 * One survey from its first participant to its last batch. The worst case: everybody answers at
 * once, so that the order of participation is the order of answers, and a batch is drawn at the
 * very moment when one can be.
 */
export function play(seed: number, practice: Practice): Played {
  const random = drawn(seed);
  const k = 3 + random(4);
  const count = 1 + random(5 * k);
  const people = shuffled(count, random);
  const author = `p${random(count)}`;
  const log = newLog(practice);
  let waiting: readonly WaitingAnswer[] = [];
  let hidesAmong = 0;
  const draw = (isClosing: boolean) => {
    const before = waiting;
    const segments = practice.segments.map((id) => ({ id, values: [] }));
    const drawing = { waiting, segments, k, isClosing, random };
    const { batches, rest } = practice.draw(drawing);
    waiting = rest;
    batches.forEach((content, index) => {
      if (content.answers.some(isTarget)) hidesAmong = groupSize(before, drawing);
      log.release(content, k, isClosing, isClosing && index === batches.length - 1);
    });
  };
  for (const person of people) {
    const segments = practice.segments.length > 0 ? { unit: unitOf(person) } : {};
    log.participate(person, random(3_600_000));
    const answer = {
      ...{ segments, choices: { place: person === author ? 'office' : 'home' }, comments: {} },
      ratings: { pride: 1 + random(5), recommend: random(11) },
      act: participationCommand(surveyId, person),
    };
    waiting = [...waiting, answer];
    draw(false);
  }
  draw(true);
  const segmentsOf = new Map(people.map((one) => [one, { unit: unitOf(one) }]));
  const stored = { participation: log.participation, releases: log.releases, segmentsOf };
  const target = targetOf(stored);
  return { stored, refusals: log.refusals, target, author, k, hidesAmong };
}

function unitOf(person: string): string {
  return units[Number(person.slice(1)) % units.length] ?? 'desk';
}

function shuffled(count: number, random: UniformInteger): readonly string[] {
  const people = Array.from({ length: count }, (_, index) => `p${index}`);
  for (let index = count - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    [people[index], people[other]] = [people[other] ?? '', people[index] ?? ''];
  }
  return people;
}

function groupSize(
  waiting: readonly WaitingAnswer[],
  { segments, k, isClosing }: WaitingAnswers,
): number {
  if (isClosing) return rollUp(waiting, segments, k).find((one) => one.some(isTarget))?.length ?? 0;
  const label = labelOf(waiting.find(isTarget)?.segments ?? {});
  return waiting.filter((one) => labelOf(one.segments) === label).length;
}

function targetOf({ releases }: Stored): Target | undefined {
  for (const release of releases) {
    const index = release.fact.answers.findIndex(isTarget);
    if (index >= 0) return { release, index };
  }
  return undefined;
}

/** Both streams, in one order of everything, on one clock. */
function newLog({ isLeaky }: Practice) {
  const participation: Logged<ParticipationRecorded>[] = [];
  const releases: Logged<AnswersReleased>[] = [];
  const refusals: string[] = [];
  let takenPart = initialParticipation;
  let answers: Answers = initialAnswers;
  let now = began;
  let position = 0;
  const logged = <Fact>(fact: Fact, actor: string, commandId: string): Logged<Fact> => {
    position += 1;
    const ids = { commandId, causationId: commandId, correlationId: commandId };
    return { fact, position, recordedAt: now, actor, ...ids };
  };
  return {
    participation,
    releases,
    refusals,
    participate: (person: string, after: number) => {
      now += after;
      const about = { surveyId, person, on: toInstant(now).slice(0, 10), blinded: `b-${person}` };
      const decided = participationDecider.decide(
        { type: 'RecordParticipation', ...about },
        takenPart,
      );
      if (isRejection(decided)) throw new Error(decided.code);
      takenPart = fold(participationDecider, takenPart, decided);
      const commandId = participationCommand(surveyId, person);
      participation.push(...decided.map((fact) => logged(fact, person, commandId)));
    },
    release: (content: Content, threshold: number, isClosed: boolean, last: boolean) => {
      now += 5;
      const batch = (answers.latest?.batch ?? 0) + 1;
      const on = toInstant(now).slice(0, 10);
      const survey = { ...(isClosed ? over : open), threshold };
      const decided = answersDecider.decide(
        { type: 'ReleaseAnswers', surveyId, batch, on, last, ...content, survey },
        answers,
      );
      if (isRejection(decided)) refusals.push(decided.code);
      const text = clearText('response:none', {});
      const about = { surveyId, batch, n: content.answers.length, on, threshold, last };
      const facts: readonly AnswersReleased[] =
        isLeaky || isRejection(decided)
          ? [{ type: 'AnswersReleased', ...about, ...content, text }]
          : decided;
      answers = fold(answersDecider, answers, facts);
      const commandId = releaseCommand(surveyId, batch);
      releases.push(...facts.map((fact) => logged(fact, 'release', commandId)));
    },
  };
}
