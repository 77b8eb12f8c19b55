import { factCodec, type Aggregate } from '@plumbline/event-log';
import { casesVersions, type CasesFact } from './cases.facts.ts';
import type { CustomerResponseCommand } from './customer-response/customer-response.commands.ts';
import { customerResponseDecider } from './customer-response/customer-response.decide.ts';
import type {
  CustomerResponse,
  CustomerResponseFact,
} from './customer-response/customer-response.ts';
import type { NoteCommand } from './note/note.commands.ts';
import { noteDecider } from './note/note.decide.ts';
import type { FeedbackNote, NoteFact } from './note/note.ts';
import type { OneToOneCommand } from './one-to-one/one-to-one.commands.ts';
import { oneToOneDecider } from './one-to-one/one-to-one.decide.ts';
import type { OneToOne, OneToOneFact } from './one-to-one/one-to-one.ts';
import { recognitionVersions, type RecognitionFact } from './recognition.facts.ts';
import type { RequestCommand } from './request/request.commands.ts';
import { requestDecider } from './request/request.decide.ts';
import type { FeedbackRequest, RequestFact } from './request/request.ts';
import { surveysVersions, type SurveysFact } from './surveys.facts.ts';

/** Everything that this context stores. */
export type FeedbackFact =
  | RequestFact
  | NoteFact
  | OneToOneFact
  | CustomerResponseFact
  | RecognitionFact
  | CasesFact
  | SurveysFact;

/** A fact with an act and an instant: all but those by which nobody is to be found. */
export type ActedFact = Extract<FeedbackFact, { readonly act: string }>;

export const context = 'feedback';

/** The newest version of every fact; an older one is brought up by an upcaster. */
const requestVersions: Readonly<Record<RequestFact['type'], number>> = {
  FeedbackRequested: 1,
  FeedbackDeclined: 1,
  RequestAnswered: 1,
  RequestLapsed: 1,
};

const noteVersions: Readonly<Record<NoteFact['type'], number>> = {
  FeedbackGiven: 1,
  FeedbackRetracted: 1,
  VisibilityWidened: 1,
};

const oneToOneVersions: Readonly<Record<OneToOneFact['type'], number>> = {
  OneToOneHeld: 1,
  OneToOneCorrected: 1,
  ActionAgreed: 1,
  ActionCompleted: 1,
  ActionDropped: 1,
};

const customerResponseVersions: Readonly<Record<CustomerResponseFact['type'], number>> = {
  CustomerResponseRecorded: 1,
  ResponseAttributed: 1,
  AttributionDisputed: 1,
  AttributionSettled: 1,
  LoopClosed: 1,
  ResponseWithdrawn: 1,
};

export const newestVersions = {
  ...requestVersions,
  ...noteVersions,
  ...oneToOneVersions,
  ...customerResponseVersions,
  ...recognitionVersions,
  ...casesVersions,
  ...surveysVersions,
};

export const feedbackCodec = factCodec<FeedbackFact>({ context, versions: newestVersions });

export const requestAggregate: Aggregate<RequestCommand, FeedbackRequest, RequestFact> = {
  name: 'request',
  foldVersion: 1,
  decider: requestDecider,
  codec: factCodec<RequestFact>({ context, versions: requestVersions }),
};

export const noteAggregate: Aggregate<NoteCommand, FeedbackNote, NoteFact> = {
  name: 'note',
  foldVersion: 1,
  decider: noteDecider,
  codec: factCodec<NoteFact>({ context, versions: noteVersions }),
};

export const oneToOneAggregate: Aggregate<OneToOneCommand, OneToOne, OneToOneFact> = {
  name: 'one-to-one',
  foldVersion: 1,
  decider: oneToOneDecider,
  codec: factCodec<OneToOneFact>({ context, versions: oneToOneVersions }),
};

export const customerResponseAggregate: Aggregate<
  CustomerResponseCommand,
  CustomerResponse,
  CustomerResponseFact
> = {
  name: 'customer-response',
  foldVersion: 2,
  decider: customerResponseDecider,
  codec: factCodec<CustomerResponseFact>({ context, versions: customerResponseVersions }),
};
