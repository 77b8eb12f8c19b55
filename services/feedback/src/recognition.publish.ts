import { never } from '@plumbline/kernel';
import type { Published } from './feedback.publish.ts';
import { isProgrammeFact, type RecognitionFact } from './recognition.facts.ts';
import type { PointsFact } from './recognition/points.ts';
import { termsOf, type ProgrammeFact } from './recognition/programme.ts';

/**
 * What others may see of recognition: who recognised whom, for what and with how many points, and
 * what is to be handed out. What is left of an allowance, and what is on an account, is the
 * person's own: the facts that only move points within the ledger stay within.
 */
export function publishOfRecognition(fact: RecognitionFact): Published | null {
  return isProgrammeFact(fact) ? ofProgramme(fact) : ofPoints(fact);
}

function ofProgramme(fact: ProgrammeFact): Published {
  const data = { programmeId: fact.programmeId, ...termsOf(fact) };
  switch (fact.type) {
    case 'ProgrammeDefined':
      return { type: 'feedback.ProgrammeDefined.v1', data };
    case 'ProgrammeRevised':
      return { type: 'feedback.ProgrammeRevised.v1', data };
    default:
      return never(fact);
  }
}

function ofPoints(fact: PointsFact): Published | null {
  switch (fact.type) {
    case 'RecognitionGiven': {
      const { recognitionId, giver, receiver, month, value, points } = fact;
      const data = { recognitionId, giver, receiver, month, value, points };
      return { type: 'feedback.RecognitionGiven.v1', data };
    }
    case 'RewardRedeemed': {
      const { redemptionId, person, reward, cost } = fact;
      return { type: 'feedback.RewardRedeemed.v1', data: { redemptionId, person, reward, cost } };
    }
    case 'RewardFulfilled':
      return { type: 'feedback.RewardFulfilled.v1', data: { redemptionId: fact.redemptionId } };
    case 'RewardDeclined':
      return { type: 'feedback.RewardDeclined.v1', data: { redemptionId: fact.redemptionId } };
    case 'AllowanceGranted':
    case 'AllowanceExpired':
    case 'PointsReceived':
      return null;
    default:
      return never(fact);
  }
}
