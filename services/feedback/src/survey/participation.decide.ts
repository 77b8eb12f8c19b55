import { reject, tableGet } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import { evolveParticipation, initialParticipation, participants } from './participation.ts';
import type { Participation, ParticipationRecorded } from './participation.ts';
import type { RecordParticipation } from './participation.ts';

/** All are in the state that decides, and in one stream. */
export const participantsMax = 100_000;

/**
 * Whether the survey is open, and the person asked, is asked in the handler: the survey and the
 * organisation have streams of their own.
 */
export const participationDecider: Decider<
  RecordParticipation,
  Participation,
  ParticipationRecorded
> = {
  initial: initialParticipation,
  evolve: evolveParticipation,
  decide: decideParticipation,
};

/** After this the signature is given: for the ticket of the first time, and for no other. */
function decideParticipation(
  { surveyId, person, on, blinded }: RecordParticipation,
  participation: Participation,
): Decision<ParticipationRecorded> {
  const before = tableGet(participation.people, person)?.blinded;
  if (before === blinded) return []; // Already so: a retry gets the same signature again.
  if (before !== undefined) {
    const detail = 'A ticket was signed for this person already. Send that one again.';
    return reject('participation/another-ticket', detail, '/ticket');
  }
  if (participants(participation) >= participantsMax) {
    const detail = `At most ${participantsMax} people take part in one survey.`;
    return reject('participation/too-many', detail);
  }
  return [{ type: 'ParticipationRecorded', surveyId, person, on, blinded }];
}
