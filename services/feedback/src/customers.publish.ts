import { never } from '@plumbline/kernel';
import { countedOf } from './customer-response/customer-response.ts';
import type { CustomerResponseFact, Shares } from './customer-response/customer-response.ts';
import { holderOf } from './customer-response/customer-response.shares.ts';
import type { Published } from './feedback.publish.ts';

/**
 * What others may see of a response: scores and codes, and whose work it tells of. Neither the
 * key of the interaction, which leads to the customer elsewhere, nor who went back to them. A fact
 * that changes where it counts has with it what is taken back: who folds it needs no other.
 */
export function publishOfCustomers(fact: CustomerResponseFact): Published {
  const { responseId } = fact;
  switch (fact.type) {
    case 'CustomerResponseRecorded': {
      const data = { responseId, ...countedOf(fact) };
      return { type: 'feedback.CustomerResponseRecorded.v1', data };
    }
    case 'ResponseAttributed': {
      const [shares, before] = [sharesOf(fact.shares), sharesOf(fact.before)];
      const data = { responseId, shares, before, ...countingOf(fact) };
      return { type: 'feedback.ResponseAttributed.v1', data };
    }
    case 'AttributionDisputed': {
      const shares = sharesOf(fact.shares);
      const data = { responseId, person: fact.by, shares, ...countingOf(fact) };
      return { type: 'feedback.AttributionDisputed.v1', data };
    }
    case 'AttributionSettled': {
      const { person, outcome } = fact;
      const [shares, before] = [sharesOf(fact.shares), sharesOf(fact.before)];
      const data = { responseId, person, outcome, shares, before, ...countingOf(fact) };
      return { type: 'feedback.AttributionSettled.v1', data };
    }
    case 'LoopClosed':
      return { type: 'feedback.LoopClosed.v1', data: { responseId, cause: fact.cause } };
    case 'ResponseWithdrawn': {
      const data = { responseId, shares: sharesOf(fact.shares), ...countingOf(fact) };
      return { type: 'feedback.ResponseWithdrawn.v1', data };
    }
    default:
      return never(fact);
  }
}

type Counting = Extract<CustomerResponseFact, { readonly counted: object }>;

function countingOf({ counted, openDisputes }: Counting) {
  return { counted: countedOf(counted), openDisputes };
}

function sharesOf(shares: Shares) {
  return shares.map((one) => ({ of: holderOf(one), share: one.share }));
}
