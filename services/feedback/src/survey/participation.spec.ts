import { describe, expect, it } from '@jest/globals';
import { fold, tableWith } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { participationDecider, participantsMax } from './participation.decide.ts';
import { evolveParticipation, hasTakenPart, initialParticipation } from './participation.ts';
import { participants, participantsUntil, participationCommand } from './participation.ts';
import type { ParticipationRecorded, RecordParticipation } from './participation.ts';
import { surveyId } from './survey.histories.ts';

const { given } = specification(participationDecider);

const about = { surveyId, person: 'ada', on: '2026-05-05', blinded: 'digest-1' };
const record: RecordParticipation = { type: 'RecordParticipation', ...about };
const recorded: ParticipationRecorded = { type: 'ParticipationRecorded', ...about };

describe('participation', () => {
  it('is recorded with its day, and with nothing that is finer', () => {
    given().when(record).then(recorded);
    const telling = { ...record, act: 'act-1', at: '2026-05-05T09:13:27.412Z', answers: [5] };
    given().when(telling).then(recorded);
  });

  it('is for once a person: a retry, on whatever day, gets the same signature', () => {
    given(recorded).when(record).nothing();
    given(recorded)
      .when({ ...record, on: '2026-05-06' })
      .nothing();
  });

  it('signs one ticket a person, and not another', () => {
    given(recorded)
      .when({ ...record, blinded: 'digest-2' })
      .rejects('participation/another-ticket', '/ticket');
    given(recorded)
      .when({ ...record, person: 'bo' })
      .then({ ...recorded, person: 'bo' });
  });

  it('has a limit, which no retry runs into', () => {
    let { people } = initialParticipation;
    for (let index = 0; index < participantsMax - 1; index += 1) {
      people = tableWith(people, `p${index}`, { on: '2026-05-05', blinded: 'digest' });
    }
    expect(participationDecider.decide(record, { people })).toEqual([recorded]);
    const full = evolveParticipation({ people }, recorded);
    expect(participationDecider.decide({ ...record, person: 'bo' }, full)).toMatchObject({
      code: 'participation/too-many',
    });
    expect(participationDecider.decide(record, full)).toEqual([]);
  });

  it('tells who has taken part, and how many', () => {
    const state = fold(participationDecider, initialParticipation, [
      recorded,
      { ...recorded, person: 'bo' },
    ]);
    expect(['ada', 'bo', 'cy'].map((one) => hasTakenPart(state, one))).toEqual([true, true, false]);
    expect(participants(state)).toBe(2);
  });

  it('tells who has taken part until the end of a day', () => {
    const state = fold(participationDecider, initialParticipation, [
      recorded,
      { ...recorded, person: 'bo', on: '2026-05-07' },
    ]);
    const until = (day: string) => participantsUntil(state, day);
    expect(until('2026-05-04')).toEqual([]);
    expect(until('2026-05-06')).toEqual(['ada']);
    expect(until('2026-05-07').toSorted()).toEqual(['ada', 'bo']);
  });

  it('has a command id of the survey and the person, and of nothing else', () => {
    const id = participationCommand(surveyId, 'ada');
    expect(participationCommand(surveyId, 'ada')).toBe(id);
    expect(participationCommand(surveyId, 'bo')).not.toBe(id);
    expect(participationCommand('another', 'ada')).not.toBe(id);
  });
});
