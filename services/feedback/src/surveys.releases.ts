import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { derivedId, isRejection, msPerDay, startOfDay, toInstant } from '@plumbline/kernel';
import type { Day, Rejection } from '@plumbline/kernel';
import type { SurveyPlace } from '@plumbline/privacy';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { digestOf, releaseCommand, releasedBatch } from './survey/answers.ts';
import { contentOf } from './survey/answer.ts';
import { drawLots, type UniformInteger } from './survey/staging.ts';
import type { LaunchedSurvey } from './survey/survey.ts';
import { keptAudiences, type Audiences } from './surveys.audience.ts';
import { countParticipation } from './surveys.counting.ts';
import { answersAggregate, answersStream, surveyAggregate, surveyStream } from './surveys.facts.ts';
import { surveyStaging, type NumberedBatch, type SurveyStaging } from './surveys.staging.ts';

/** How often surveys are looked through that nobody has just answered. */
export const releaseIntervalMs = 60_000;
/** Draws of one survey in one turn; what is left is for the next. */
export const drawsMax = 20;
/** A threshold that is raised meanwhile makes one; what goes on is no race. */
export const refusalsMax = 3;

const actor = { sub: 'surveys', via: 'policy:release-answers' } as const;

/**
 * The policy that lets answers go, after each one that comes and by time. Every process of this
 * service may run it: a draw is made once, and a batch is recorded once, whoever does it.
 *
 * The steps, each of which a crash may follow: what is drawn is noted where the answers wait, then
 * recorded in the log, then removed. What was noted is recorded again, under an id that follows
 * from its number, which the log knows when it has it.
 */
@Injectable()
export class SurveyReleases implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly random: UniformInteger = (below) => randomInt(below);
  readonly #staged: SurveyStaging;
  readonly #audiences: Audiences;
  /** Up to which day those who took part are counted, as far as it was seen to here. */
  readonly #counted = new Map<string, Day>();
  readonly #turns = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {
    this.#staged = surveyStaging(ports);
    this.#audiences = keptAudiences(ports);
  }

  onApplicationBootstrap(): void {
    this.#goOn(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.settled();
  }

  /** One turn for a survey, after those that were asked for before. Nobody waits for it. */
  ask(place: SurveyPlace): void {
    const before = this.#turns.get(place.survey) ?? Promise.resolve();
    const turn = before
      .then(() => this.release(place))
      .catch((err: unknown) => {
        const { survey } = place;
        this.ports.logger?.error({ err, survey }, 'answers wait on, and are released later');
      })
      .finally(() => {
        if (this.#turns.get(place.survey) === turn) this.#turns.delete(place.survey);
      });
    this.#turns.set(place.survey, turn);
  }

  /** One turn over all surveys. */
  async askAll(): Promise<void> {
    for (const place of await this.ports.staging.list()) this.ask(place);
  }

  /** Ends when nothing is asked for any more. */
  async settled(): Promise<void> {
    while (this.#turns.size > 0) await Promise.all(this.#turns.values());
  }

  async release(place: SurveyPlace): Promise<void> {
    await this.#closeWhenOver(place);
    await this.#countDays(place);
    const { staging } = this.ports;
    let refusals = 0;
    for (let draws = 0; draws < drawsMax; draws += 1) {
      const survey = await this.#survey(place);
      if (survey === undefined) return; // Its launch is on the way.
      const isClosing = survey.stage === 'closed';
      if (isClosing) await staging.end(place.survey);
      const refused = await this.#recordDrawn(place);
      if (refused !== undefined) {
        refusals += 1;
        if (refusals > refusalsMax) throw new Error(`${refused.code}: ${refused.detail}`);
        continue;
      }
      const isDrawn = await this.#draw(place, survey, isClosing);
      if (isDrawn) continue;
      // Nothing waits that could be released, now or ever: what is left are too few.
      if (isClosing) await this.#finish(place, survey);
      return;
    }
  }

  /** The days that are over, while it is answered. */
  async #countDays(place: SurveyPlace): Promise<void> {
    const survey = await this.#survey(place);
    const until = toInstant(this.ports.clock.now() - msPerDay).slice(0, 10);
    if (survey?.stage !== 'launched' || until < survey.opens) return;
    if ((this.#counted.get(place.survey) ?? '') >= until) return;
    const counted = { survey, until, last: false };
    await countParticipation(this.ports, this.#audiences, place, counted);
    this.#counted.set(place.survey, until);
  }

  /** The count first: with what is destroyed goes what leads here again. */
  async #finish(place: SurveyPlace, survey: LaunchedSurvey): Promise<void> {
    const until = survey.closedOn ?? this.#today();
    const counted = { survey, until, last: true };
    await countParticipation(this.ports, this.#audiences, place, counted);
    this.#counted.delete(place.survey);
    await this.#staged.destroy(place);
  }

  /** Who drew something else meanwhile has also seen to it. */
  async #draw(place: SurveyPlace, survey: LaunchedSurvey, isClosing: boolean): Promise<boolean> {
    const waiting = await this.#staged.waiting(place);
    const { threshold: k, segments } = survey;
    const { lots, discarded } = drawLots({
      ...{ waiting, segments, k, isClosing, random: this.random },
    });
    if (discarded > 0) {
      const told = { survey: place.survey, discarded };
      this.ports.logger?.info(told, 'too few answers to be released are destroyed');
    }
    if (lots.length === 0) return false;
    const on = this.#today();
    const drawn = lots.map((lot, index) => {
      const last = isClosing && index === lots.length - 1;
      return { ...contentOf(lot), on, last, of: lot.map(({ id }) => id) };
    });
    await this.#staged.draw(place, drawn);
    return true;
  }

  /** What is refused waits again: the survey promises more than it did when that was drawn. */
  async #recordDrawn(place: SurveyPlace): Promise<Rejection | undefined> {
    const { staging } = this.ports;
    for (const drawn of await this.#staged.drawn(place)) {
      const refused = await this.#record(place, drawn);
      if (refused !== undefined) {
        await staging.undraw(place.survey);
        return refused;
      }
      await staging.released(place.survey, drawn.batch);
    }
    return undefined;
  }

  async #record(
    place: SurveyPlace,
    { batch, on, last, ...content }: NumberedBatch,
  ): Promise<Rejection | undefined> {
    const { tenant, survey: surveyId } = place;
    const survey = await this.#survey(place);
    if (survey === undefined) throw new Error(`The survey ${surveyId} is not in the log.`);
    const commandId = releaseCommand(surveyId, batch);
    const stream = answersStream(tenant, surveyId);
    const recorded = await this.ports.transactor.transact(answersAggregate, {
      stream,
      command: { type: 'ReleaseAnswers', surveyId, batch, on, last, ...content, survey },
      context: {
        ...{ tenant, actor, effectiveAt: startOfDay(on) },
        ...{ commandId, causationId: commandId, correlationId: commandId },
        // Of the id alone: one of the content would let an erased comment be guessed.
        fingerprint: createHash('sha256').update(commandId).digest('hex'),
      },
    });
    if (isRejection(recorded)) return recorded;
    const { state } = await this.ports.transactor.load(answersAggregate, stream);
    if (releasedBatch(state, batch) === digestOf(content)) return undefined;
    throw new Error(`Batch ${batch} of ${surveyId} is in the log with other answers.`);
  }

  async #closeWhenOver(place: SurveyPlace): Promise<void> {
    const { tenant, survey: surveyId } = place;
    const survey = await this.#survey(place);
    const on = this.#today();
    if (survey?.stage !== 'launched' || on <= survey.closes) return;
    const act = derivedId('policy', 'close-when-over', tenant, surveyId);
    const now = toInstant(this.ports.clock.now());
    await this.ports.transactor.transact(surveyAggregate, {
      stream: surveyStream(tenant, surveyId),
      command: { type: 'CloseSurvey', act, surveyId, at: now, now, on },
      context: {
        ...{ tenant, commandId: act, correlationId: act, causationId: act, effectiveAt: now },
        actor: { sub: 'surveys', via: 'policy:close-when-over' },
        fingerprint: createHash('sha256').update(act).digest('hex'),
      },
    });
  }

  async #survey({ tenant, survey }: SurveyPlace): Promise<LaunchedSurvey | undefined> {
    const stream = surveyStream(tenant, survey);
    const { state } = await this.ports.transactor.load(surveyAggregate, stream);
    return state.stage === 'none' ? undefined : state;
  }

  #today(): Day {
    return toInstant(this.ports.clock.now()).slice(0, 10);
  }

  #goOn(ms: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      void this.askAll()
        .catch((err: unknown) => {
          this.ports.logger?.error({ err }, 'surveys are looked through later');
        })
        .finally(() => this.#goOn(releaseIntervalMs));
    }, ms);
    // Nobody waits for a turn: it must not keep a process alive.
    this.#timer.unref();
  }
}
