import { derivedId, emptyTable, tableEntries, tableGet, tableSize } from '@plumbline/kernel';
import { tableWith } from '@plumbline/kernel';
import type { Day, Table } from '@plumbline/kernel';

/**
 * That a person took part in a survey, and on which day: one stream a survey, which nothing links
 * to the answers. The fact has no act and no instant, as an id of another's making could be time
 * ordered, or be used again beside the answer.
 *
 * The log itself still has more than a day: the position of the fact and the instant of its
 * recording, to the millisecond, and so the exact order of participation. An attacker who reads all
 * of it learns not who answered what, as answers have no time and no order of their own to
 * set beside it. They wait where no time is kept, and leave in batches that are drawn at random
 * when twice as many wait (`staging.ts`). Position and instant of a batch say only who may be in
 * it: whoever took part before. Of these, twice as many as are promised waited when it was drawn
 * or, when it is the last one, as many as are in it. Who came last before it is in it with a chance
 * of one in two (in the last one for certain), and is then as likely the author of each of its
 * answers as any other who is in it: as the promise has it, one of so many.
 *
 * What the log keeps of the command must hold no more than the fact: `participationCommand` is its
 * id, its cause and its correlation, its time in the world is the start of the day, and it has no
 * trace. The person is the actor; nothing of the answer ever is.
 *
 * It does not hide anything from whoever watches the server while a person answers, or owns all
 * but one of those who take part.
 */
export interface ParticipationRecorded {
  readonly type: 'ParticipationRecorded';
  readonly surveyId: string;
  readonly person: string;
  readonly on: Day;
  /**
   * The digest of the blinded ticket that was signed for the person, so that a retry gets the same
   * signature and nobody gets two. Blinding hides the ticket within it perfectly (`ticket.ts`).
   */
  readonly blinded: string;
}

export interface RecordParticipation {
  readonly type: 'RecordParticipation';
  readonly surveyId: string;
  readonly person: string;
  readonly on: Day;
  readonly blinded: string;
}

export interface Participation {
  /** By the person. */
  readonly people: Table<TakenPart>;
}

export type TakenPart = Pick<ParticipationRecorded, 'on' | 'blinded'>;

export const initialParticipation: Participation = { people: emptyTable };

export function evolveParticipation(
  { people }: Participation,
  { person, on, blinded }: ParticipationRecorded,
): Participation {
  return { people: tableWith(people, person, { on, blinded }) };
}

export function hasTakenPart({ people }: Participation, person: string): boolean {
  return tableGet(people, person) !== undefined;
}

export function participants({ people }: Participation): number {
  return tableSize(people);
}

/** Who has taken part on a day or before it. */
export function participantsUntil({ people }: Participation, day: Day): readonly string[] {
  return [...tableEntries(people)].flatMap(([person, { on }]) => (on <= day ? [person] : []));
}

/** The id of the command, which anybody can make of what the fact says: it says nothing else. */
export function participationCommand(surveyId: string, person: string): string {
  return derivedId('survey-participation', surveyId, person);
}
