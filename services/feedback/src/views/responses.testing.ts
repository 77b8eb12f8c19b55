import { fold, isRejection, type Position, type Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { CustomerResponseCommand } from '../customer-response/customer-response.commands.ts';
import { customerResponseDecider } from '../customer-response/customer-response.decide.ts';
import { initialResponse } from '../customer-response/customer-response.ts';
import type {
  CustomerResponse,
  CustomerResponseFact,
} from '../customer-response/customer-response.ts';
import type { FeedbackFact } from '../facts.ts';

/** A fact as a view receives it, at a place in the log. */
export function recordedFact(
  fact: CustomerResponseFact,
  position: number,
): Recorded<CustomerResponseFact> {
  return {
    ...{ fact, id: `fact-${position}`, tenant: 'acme', revision: position, recordedAt: 0 },
    position: String(position).padStart(9, '0') as Position,
    ...{ stream: fact.responseId, effectiveAt: fact.at, actor: { sub: 'cy', via: 'http' } },
    ...{ commandId: fact.act, correlationId: fact.act, causationId: fact.act },
  };
}

/** The documents of a view over facts in the order of the log. */
export function documentsOf<Doc>(
  view: View<Doc, FeedbackFact>,
  facts: readonly CustomerResponseFact[],
): ReadonlyMap<string, Doc> {
  const docs = new Map<string, Doc>();
  for (const [index, fact] of facts.entries()) {
    const recorded = recordedFact(fact, index);
    for (const key of view.keys(recorded)) {
      const doc = view.fold(docs.get(key), recorded, key);
      if (doc === undefined) docs.delete(key);
      else docs.set(key, doc);
    }
  }
  return docs;
}

/** What commands come to, one after the other; those that are refused are left out. */
export function played(
  commands: readonly CustomerResponseCommand[],
): readonly CustomerResponseFact[] {
  const states = new Map<string, CustomerResponse>();
  return commands.flatMap((command) => {
    const before = states.get(command.responseId) ?? initialResponse;
    const decision = customerResponseDecider.decide(command, before);
    if (isRejection(decision)) return [];
    states.set(command.responseId, fold(customerResponseDecider, before, decision));
    return decision;
  });
}

/** The states of all responses after some facts. */
export function statesOf(facts: readonly CustomerResponseFact[]): readonly CustomerResponse[] {
  const states = new Map<string, CustomerResponse>();
  for (const fact of facts) {
    const before = states.get(fact.responseId) ?? initialResponse;
    states.set(fact.responseId, fold(customerResponseDecider, before, [fact]));
  }
  return [...states.values()];
}
