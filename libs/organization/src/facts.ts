import type { Day, Position } from '@plumbline/kernel';

/** What stands in the place of a corrected entry: from which day, and what it says. */
export interface CorrectedTo {
  readonly from: Day;
  /** A unit, a post, or null for none. */
  readonly value?: string | null | undefined;
  /** Of what is so or not: closed, present. */
  readonly holds?: boolean | undefined;
}

interface FactData {
  'directory.UnitEstablished.v1': { unit: string; parent: string | null; from: Day };
  'directory.UnitMoved.v1': { unit: string; parent: string | null; from: Day };
  'directory.UnitHeaded.v1': { unit: string; post: string | null; from: Day };
  'directory.UnitClosed.v1': { unit: string; from: Day };
  'directory.PostEstablished.v1': {
    post: string;
    unit: string;
    manager: string | null;
    fte: number;
    from: Day;
  };
  'directory.PostMoved.v1': { post: string; unit: string; from: Day };
  'directory.PostClosed.v1': { post: string; from: Day };
  'directory.ReportingLineChanged.v1': {
    post: string;
    line: string;
    manager: string | null;
    from: Day;
  };
  'directory.StructureCorrected.v1': {
    of: { kind: 'unit' | 'post'; id: string };
    field: string;
    from: Day;
    to: CorrectedTo | null;
  };
  'directory.PersonJoined.v1': { person: string; post: string | null; from: Day };
  'directory.PersonMoved.v1': { person: string; post: string | null; from: Day };
  'directory.PersonLeft.v1': { person: string; from: Day };
  'directory.LeaveRecorded.v1': { person: string; leave: string; from: Day; until: Day | null };
  'directory.LeaveChanged.v1': { person: string; leave: string; until: Day | null };
  'directory.DelegationGranted.v1': {
    person: string;
    delegation: string;
    to: string;
    actions: readonly string[] | null;
    from: Day;
    until: Day;
  };
  'directory.DelegationRevoked.v1': { person: string; delegation: string; from: Day };
  'directory.RoleGranted.v1': {
    person: string;
    grant: string;
    role: string;
    unit: string | null;
    from: Day;
    until: Day | null;
  };
  'directory.RoleRevoked.v1': { person: string; grant: string; from: Day };
  'directory.PersonCorrected.v1': {
    person: string;
    field: 'post' | 'presence';
    from: Day;
    to: CorrectedTo | null;
  };
}

type FactType = keyof FactData;

/**
 * What the directory publishes, as far as the organisation is made of it. Written out here, with
 * no word more than is used: this library knows the kernel only. A test holds it to the contract.
 */
export type OrganizationFact<Type extends FactType = FactType> = {
  readonly [T in Type]: { readonly type: T; readonly data: Readonly<FactData[T]> };
}[Type];

export type PersonFact = Extract<OrganizationFact, { data: { person: string } }>;

export type StructureFact = Exclude<OrganizationFact, PersonFact>;

/** A published fact as it comes from the feed. What is none of ours is passed over. */
export interface AppliedFact {
  readonly type: string;
  readonly data: unknown;
  readonly position: Position;
}
