import { never } from '@plumbline/kernel';
import type { CustomerResponseFact, Shares } from './customer-response/customer-response.ts';
import { holderOf } from './customer-response/customer-response.shares.ts';
import type { Published } from './feedback.publish.ts';

/**
 * What others may see of a response: scores and codes, and whose work it tells of. Neither the
 * key of the interaction, which leads to the customer elsewhere, nor who went back to them.
 */
export function publishOfCustomers(fact: CustomerResponseFact): Published {
  const { responseId } = fact;
  switch (fact.type) {
    case 'CustomerResponseRecorded': {
      const { source, occurredOn, touchpoint, channel, location, answers } = fact;
      const data = { responseId, source, occurredOn, touchpoint, channel, location, answers };
      return { type: 'feedback.CustomerResponseRecorded.v1', data };
    }
    case 'ResponseAttributed': {
      const data = { responseId, shares: sharesOf(fact.shares) };
      return { type: 'feedback.ResponseAttributed.v1', data };
    }
    case 'AttributionDisputed': {
      const data = { responseId, person: fact.by };
      return { type: 'feedback.AttributionDisputed.v1', data };
    }
    case 'AttributionSettled': {
      const { person, outcome } = fact;
      const data = { responseId, person, outcome, shares: sharesOf(fact.shares) };
      return { type: 'feedback.AttributionSettled.v1', data };
    }
    case 'LoopClosed':
      return { type: 'feedback.LoopClosed.v1', data: { responseId, cause: fact.cause } };
    case 'ResponseWithdrawn':
      return { type: 'feedback.ResponseWithdrawn.v1', data: { responseId } };
    default:
      return never(fact);
  }
}

function sharesOf(shares: Shares) {
  return shares.map((one) => ({ of: holderOf(one), share: one.share }));
}
