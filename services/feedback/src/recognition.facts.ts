import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import type { PointsCommand } from './recognition/points.commands.ts';
import { pointsDecider } from './recognition/points.decide.ts';
import type { PointsAccount, PointsFact } from './recognition/points.ts';
import type { ProgrammeCommand } from './recognition/programme.commands.ts';
import { programmeDecider } from './recognition/programme.decide.ts';
import type { Programme, ProgrammeFact } from './recognition/programme.ts';

/** What this context stores of recognition: the programme, and the points of each person. */
export type RecognitionFact = ProgrammeFact | PointsFact;

const context = 'feedback';

const programmeVersions: Readonly<Record<ProgrammeFact['type'], number>> = {
  ProgrammeDefined: 1,
  ProgrammeRevised: 1,
};

const pointsVersions: Readonly<Record<PointsFact['type'], number>> = {
  AllowanceGranted: 1,
  AllowanceExpired: 1,
  RecognitionGiven: 1,
  PointsReceived: 1,
  RewardRedeemed: 1,
  RewardFulfilled: 1,
  RewardDeclined: 1,
};

export const recognitionVersions = { ...programmeVersions, ...pointsVersions };

export const programmeAggregate: Aggregate<ProgrammeCommand, Programme, ProgrammeFact> = {
  name: 'programme',
  foldVersion: 1,
  decider: programmeDecider,
  codec: factCodec<ProgrammeFact>({ context, versions: programmeVersions }),
};

export const pointsAggregate: Aggregate<PointsCommand, PointsAccount, PointsFact> = {
  name: 'points',
  foldVersion: 1,
  decider: pointsDecider,
  codec: factCodec<PointsFact>({ context, versions: pointsVersions }),
};

export function isProgrammeFact(fact: Typed): fact is ProgrammeFact {
  return Object.hasOwn(programmeVersions, fact.type);
}

export function isPointsFact(fact: Typed): fact is PointsFact {
  return Object.hasOwn(pointsVersions, fact.type);
}

export function isRecognitionFact(fact: Typed): fact is RecognitionFact {
  return isProgrammeFact(fact) || isPointsFact(fact);
}

interface Typed {
  readonly type: string;
}

/** There is one programme for all of a company. */
export const programmeId = 'main';

export const programmeStream = (tenant: string): string =>
  streamName(context, 'programme', tenant, programmeId);

/** Subjects of tokens may have letters that names of streams do not take. */
export const pointsStream = (tenant: string, person: string): string =>
  streamName(context, 'points', tenant, derivedId(tenant, 'points', person));
