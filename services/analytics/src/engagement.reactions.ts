import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { FeedbackPublished } from '@plumbline/contracts';
import { canonicalJson } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { derivedId, isRejection, toInstant } from '@plumbline/kernel';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { releasesDue, type SurveyRelease } from './policies/release-survey.ts';
import { metricReleaseAggregate, metricReleaseStream } from './releases.facts.ts';
import { ReleasesEnvelope } from './releases.handler.ts';
import type { ReleaseAsked } from './releases.preparing.ts';
import { surveyTerms } from './views/survey-terms.ts';

type ParticipationCounted = PublishedFact<FeedbackPublished['feedback.ParticipationCounted.v1']>;

/**
 * Releases figures of surveys. Each release counts what was recorded by the fact that led to it,
 * and its id follows from that fact, so that a redelivery releases nothing.
 */
@Policies()
export class EngagementReactions {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @EventPattern('feedback.ParticipationCounted.v1')
  async participationCounted(@Payload() facts: readonly ParticipationCounted[]): Promise<void> {
    for (const counted of facts) {
      const { tenant, position, data } = counted;
      const reader = await this.ports.views.of(surveyTerms, tenant, { readAfter: position });
      const terms = await reader.get(data.surveyId);
      if (terms === undefined) throw new Error(`The survey ${data.surveyId} is not known here.`);
      for (const due of releasesDue(terms, counted)) await this.#release(counted, due);
    }
  }

  /** The first one of a source is published, and what comes after it restates it. */
  async #release(cause: ParticipationCounted, due: SurveyRelease): Promise<void> {
    const { tenant, position, effectiveAt: at, correlationId } = cause;
    const stream = metricReleaseStream(tenant, due.source);
    const { state } = await this.ports.transactor.load(metricReleaseAggregate, stream);
    const last = state.stage === 'none' ? undefined : state.releases.at(-1);
    if (last !== undefined && last.position >= position) return;
    // A question may be called participation, too.
    const { kind, question } = due.source;
    const act = derivedId('policy', 'release-survey', cause.id, kind, question);
    const releaseId = derivedId(tenant, 'metric-release', act);
    const told = { act, at, now: toInstant(this.ports.clock.now()), releaseId, asOf: position };
    const command: ReleaseAsked =
      last === undefined
        ? { type: 'PublishRelease', ...told, ...due }
        : { type: 'RestateRelease', ...told, ref: last.releaseId };
    const result = await this.bus.execute(
      new ReleasesEnvelope(command, {
        ...{ tenant, commandId: act, effectiveAt: at, correlationId, causationId: cause.id },
        actor: { sub: 'surveys', via: 'policy:release-survey' },
        fingerprint: createHash('sha256')
          .update(canonicalJson({ ...due, position }))
          .digest('hex'),
      }),
    );
    // Nobody asked who could be told: it is put aside, where an operator finds it.
    if (isRejection(result)) throw new Error(`${result.code}: ${result.detail}`);
  }
}
