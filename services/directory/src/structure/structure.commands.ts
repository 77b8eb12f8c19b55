import type { Day, Instant } from '@plumbline/kernel';
import type { Correction, LineEntry, PostPlan } from './structure.ts';

/** The one command: its changes are taken all together, each after those before it, or none is. */
export interface ChangeStructure extends Asked {
  readonly type: 'ChangeStructure';
  readonly changes: readonly StructureChange[];
}

export type StructureCommand = ChangeStructure;

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly at: Instant;
  readonly now: Instant;
}

/** What every fact of a command carries. */
export type Told = Pick<Asked, 'act' | 'at'>;

/** `from` is the day on which a change takes effect; it holds until the next that is recorded. */
export type StructureChange =
  | EstablishUnit
  | MoveUnit
  | HeadUnit
  | RenameUnit
  | CloseUnit
  | EstablishPost
  | MovePost
  | RetitlePost
  | ClosePost
  | DrawReportingLine
  | ChangeReportingLine
  | CorrectStructure;

export interface EstablishUnit {
  readonly type: 'EstablishUnit';
  readonly unit: string;
  readonly parent: string | null;
  readonly from: Day;
  readonly name: string;
}

export interface MoveUnit {
  readonly type: 'MoveUnit';
  readonly unit: string;
  readonly parent: string | null;
  readonly from: Day;
}

export interface HeadUnit {
  readonly type: 'HeadUnit';
  readonly unit: string;
  readonly post: string | null;
  readonly from: Day;
}

export interface RenameUnit {
  readonly type: 'RenameUnit';
  readonly unit: string;
  readonly name: string;
}

/** `from` is the first day on which it is no more. */
export interface CloseUnit {
  readonly type: 'CloseUnit';
  readonly unit: string;
  readonly from: Day;
}

export interface EstablishPost extends PostPlan {
  readonly type: 'EstablishPost';
  readonly post: string;
  readonly title: string;
}

export interface MovePost {
  readonly type: 'MovePost';
  readonly post: string;
  readonly unit: string;
  readonly from: Day;
}

export interface RetitlePost {
  readonly type: 'RetitlePost';
  readonly post: string;
  readonly title: string;
}

/** `from` is the first day on which it is no more. */
export interface ClosePost {
  readonly type: 'ClosePost';
  readonly post: string;
  readonly from: Day;
}

/** Gives a post a manager in a line in which it has none. */
export interface DrawReportingLine extends LineEntry {
  readonly type: 'DrawReportingLine';
  readonly post: string;
  readonly manager: string;
}

/** Puts a manager, or none, in the place of the one that the post has in a line. */
export interface ChangeReportingLine extends LineEntry {
  readonly type: 'ChangeReportingLine';
  readonly post: string;
  readonly reason?: string | undefined;
}

export interface CorrectStructure extends Correction {
  readonly type: 'CorrectStructure';
  readonly reason: string;
}
