import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import type { Rejection } from '@plumbline/kernel';
import { contentHash } from './content-hash.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';
import type { PublishRulePack } from './rule-pack/rule-pack.commands.ts';
import { rulePackAggregate, rulePackStream } from './settings.facts.ts';
import { templateAggregate, templateStream } from './settings.facts.ts';
import type { PublishTemplate } from './template/template.commands.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** What pins a version is worked out here. */
export type RulePackAsked = Omit<PublishRulePack, 'hash'>;
export type TemplateAsked = Omit<PublishTemplate, 'hash'>;

export async function transactRulePack(
  ports: ReviewsPorts,
  asked: RulePackAsked,
  envelope: ReviewsEnvelope,
): Result {
  return ports.transactor.transact(rulePackAggregate, {
    stream: rulePackStream(envelope.context.tenant, asked.packId),
    command: { ...asked, hash: contentHash(asked.pack) },
    ...askedOf(envelope),
    permit: () => refusePublishing(ports, envelope),
  });
}

export async function transactTemplate(
  ports: ReviewsPorts,
  asked: TemplateAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { template, words } = asked;
  return ports.transactor.transact(templateAggregate, {
    stream: templateStream(envelope.context.tenant, asked.templateId),
    command: { ...asked, hash: contentHash({ template, words }) },
    ...askedOf(envelope),
    permit: () => refusePublishing(ports, envelope),
  });
}

function refusePublishing(ports: ReviewsPorts, { asking }: ReviewsEnvelope) {
  return refusalOf(ports, asking, 'review-settings/publish', {});
}
