import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import { isCasesFact } from './cases.facts.ts';
import { publishOfCases } from './cases.publish.ts';
import { publishOfCustomers } from './customers.publish.ts';
import type { FeedbackFact } from './facts.ts';
import { publishOfPeople } from './people.publish.ts';
import { isRecognitionFact } from './recognition.facts.ts';
import { publishOfRecognition } from './recognition.publish.ts';
import { isSurveysFact } from './surveys.facts.ts';
import { publishOfSurveys } from './surveys.publish.ts';

/** A published fact by its name: what passes the gate. */
export type Published = FactOf<FeedbackPublished> & {
  /** Who acted, and what else that act has led to, is told to nobody. */
  readonly withheld?: true;
};

/** The gate: what others may see of a stored fact, or null. Free text is in no published fact. */
export function publish(fact: FeedbackFact): Published | null {
  if (isRecognitionFact(fact)) return publishOfRecognition(fact);
  if (isCasesFact(fact)) return publishOfCases(fact);
  if (isSurveysFact(fact)) return publishOfSurveys(fact);
  return 'responseId' in fact ? publishOfCustomers(fact) : publishOfPeople(fact);
}
