import { factCodec, type Aggregate } from '@plumbline/event-log';
import { letterDecider } from './letter/letter.ts';
import type { Letter, LetterCommand, LetterFact } from './letter/letter.ts';
import type { PersonCommand } from './person/person.commands.ts';
import { personDecider } from './person/person.decide.ts';
import type { Person, PersonFact } from './person/person.ts';
import type { ReorganisationCommand } from './reorganisation/reorganisation.commands.ts';
import { reorganisationDecider } from './reorganisation/reorganisation.decide.ts';
import type { Reorganisation, ReorganisationFact } from './reorganisation/reorganisation.ts';
import type { StructureCommand } from './structure/structure.commands.ts';
import { structureDecider } from './structure/structure.decide.ts';
import type { Structure, StructureFact } from './structure/structure.ts';

/** Everything that this context stores. */
export type DirectoryFact = StructureFact | PersonFact | ReorganisationFact | LetterFact;

export const context = 'directory';

/** The newest version of every fact; an older one is brought up by an upcaster. */
const structureVersions: Readonly<Record<StructureFact['type'], number>> = {
  UnitEstablished: 1,
  UnitMoved: 1,
  UnitHeaded: 1,
  UnitRenamed: 1,
  UnitClosed: 1,
  PostEstablished: 1,
  PostMoved: 1,
  PostRetitled: 1,
  PostClosed: 1,
  ReportingLineChanged: 1,
  StructureCorrected: 1,
};

const personVersions: Readonly<Record<PersonFact['type'], number>> = {
  PersonJoined: 1,
  PersonMoved: 1,
  PersonRenamed: 1,
  ZoneChosen: 1,
  LeaveRecorded: 1,
  LeaveChanged: 1,
  PersonLeft: 1,
  DelegationGranted: 1,
  DelegationRevoked: 1,
  RoleGranted: 1,
  RoleRevoked: 1,
  PersonCorrected: 1,
};

const reorganisationVersions: Readonly<Record<ReorganisationFact['type'], number>> = {
  ReorganisationOrdered: 1,
  ReorganisationStepped: 1,
  ReorganisationCompleted: 1,
  ReorganisationStopped: 1,
};

const letterVersions: Readonly<Record<LetterFact['type'], number>> = {
  LetterAttempted: 1,
  LetterDeferred: 1,
  LetterSettled: 1,
};

export const newestVersions = {
  ...structureVersions,
  ...personVersions,
  ...reorganisationVersions,
  ...letterVersions,
};

export const directoryCodec = factCodec<DirectoryFact>({ context, versions: newestVersions });

export const structureAggregate: Aggregate<StructureCommand, Structure, StructureFact> = {
  name: 'structure',
  foldVersion: 1,
  decider: structureDecider,
  codec: factCodec<StructureFact>({ context, versions: structureVersions }),
};

export const personAggregate: Aggregate<PersonCommand, Person, PersonFact> = {
  name: 'person',
  foldVersion: 2,
  decider: personDecider,
  codec: factCodec<PersonFact>({ context, versions: personVersions }),
};

export const letterAggregate: Aggregate<LetterCommand, Letter, LetterFact> = {
  name: 'letter',
  foldVersion: 1,
  decider: letterDecider,
  codec: factCodec<LetterFact>({ context, versions: letterVersions }),
};

export const reorganisationAggregate: Aggregate<
  ReorganisationCommand,
  Reorganisation,
  ReorganisationFact
> = {
  name: 'reorganisation',
  foldVersion: 1,
  decider: reorganisationDecider,
  codec: factCodec<ReorganisationFact>({ context, versions: reorganisationVersions }),
};
