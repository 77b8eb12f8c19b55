import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import type { ServiceCaseCommand } from './case/case.commands.ts';
import { serviceCaseDecider } from './case/case.decide.ts';
import type { ServiceCase, ServiceCaseFact } from './case/case.ts';
import type { ServiceLevelCommand } from './service-level/service-level.commands.ts';
import { serviceLevelDecider } from './service-level/service-level.decide.ts';
import type { ServiceLevel, ServiceLevelFact } from './service-level/service-level.ts';

/** What this context stores of service: what is promised, and the cases of customers. */
export type CasesFact = ServiceLevelFact | ServiceCaseFact;

const context = 'feedback';

const serviceLevelVersions: Readonly<Record<ServiceLevelFact['type'], number>> = {
  ServiceLevelDefined: 1,
  ServiceLevelRevised: 1,
};

const caseVersions: Readonly<Record<ServiceCaseFact['type'], number>> = {
  CaseOpened: 1,
  CaseResponded: 1,
  ClockPaused: 1,
  ClockResumed: 1,
  CaseResolved: 1,
  CaseReopened: 1,
  SlaBreached: 1,
  SlaBreachCorrected: 1,
};

export const casesVersions = { ...serviceLevelVersions, ...caseVersions };

export const serviceLevelAggregate: Aggregate<ServiceLevelCommand, ServiceLevel, ServiceLevelFact> =
  {
    name: 'service-level',
    foldVersion: 1,
    decider: serviceLevelDecider,
    codec: factCodec<ServiceLevelFact>({ context, versions: serviceLevelVersions }),
  };

export const caseAggregate: Aggregate<ServiceCaseCommand, ServiceCase, ServiceCaseFact> = {
  name: 'case',
  foldVersion: 2,
  decider: serviceCaseDecider,
  codec: factCodec<ServiceCaseFact>({ context, versions: caseVersions }),
};

export function isCasesFact(fact: { readonly type: string }): fact is CasesFact {
  return Object.hasOwn(casesVersions, fact.type);
}

export const serviceLevelStream = (tenant: string, id: string): string =>
  streamName(context, 'service-level', tenant, id);

export const caseStream = (tenant: string, id: string): string =>
  streamName(context, 'case', tenant, id);
