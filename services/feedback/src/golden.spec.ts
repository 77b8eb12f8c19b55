import { join } from 'node:path';
import { goldenContract } from '@plumbline/event-log/golden.contract';
import * as serviceCase from './case/case.histories.ts';
import * as response from './customer-response/customer-response.histories.ts';
import { feedbackCodec, newestVersions, type FeedbackFact } from './facts.ts';
import * as note from './note/note.histories.ts';
import * as meeting from './one-to-one/one-to-one.histories.ts';
import * as points from './recognition/points.histories.ts';
import * as programme from './recognition/programme.histories.ts';
import * as request from './request/request.histories.ts';
import * as level from './service-level/service-level.histories.ts';
import * as answers from './survey/answers.histories.ts';
import type { ParticipationRecorded } from './survey/participation.ts';
import * as survey from './survey/survey.histories.ts';

const participated: ParticipationRecorded = {
  type: 'ParticipationRecorded',
  ...{ surveyId: survey.surveyId, person: 'ada', on: '2026-05-06', blinded: 'ab'.repeat(32) },
};

const examples: readonly FeedbackFact[] = [
  ...[request.requested, request.declined, request.answered, request.lapsed],
  ...[note.feedbackGiven, note.widened, note.retracted],
  ...[meeting.held, meeting.corrected, meeting.agreed, meeting.completed, meeting.dropped],
  ...[response.recorded, response.attributed, response.disputed, response.settled],
  ...[response.loopClosed, response.withdrawn, programme.defined, programme.revised],
  ...[points.granted, points.givenTo(points.receiver), points.expired, points.received],
  ...[points.redeemed, points.fulfilled, points.declined, level.defined, level.revised],
  ...[serviceCase.opened, serviceCase.responded, serviceCase.paused, serviceCase.resumed],
  ...[serviceCase.resolved, serviceCase.reopened, serviceCase.breached],
  serviceCase.corrected,
  ...[survey.launched, survey.raised, survey.closed, survey.counted, participated],
  answers.released,
];

goldenContract({
  folder: join(__dirname, '../golden'),
  codec: feedbackCodec,
  newestVersions,
  examples,
});
