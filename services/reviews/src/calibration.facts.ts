import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import type { CalibrationCommand } from './calibration-session/calibration-session.commands.ts';
import { calibrationDecider } from './calibration-session/calibration-session.decide.ts';
import type {
  CalibrationFact,
  CalibrationSession,
} from './calibration-session/calibration-session.ts';

const context = 'reviews';

export const calibrationVersions: Readonly<Record<CalibrationFact['type'], number>> = {
  SessionConvened: 1,
  SessionMembersAdded: 1,
  SessionMemberExcused: 1,
  SessionModeratorReplaced: 1,
  SessionReviewsAdded: 1,
  SessionReviewLeftOut: 1,
  AdjustmentProposed: 1,
  AdjustmentDecided: 1,
  SessionLocked: 1,
};

export const calibrationAggregate: Aggregate<
  CalibrationCommand,
  CalibrationSession,
  CalibrationFact
> = {
  name: 'calibration-session',
  foldVersion: 2,
  decider: calibrationDecider,
  codec: factCodec<CalibrationFact>({ context, versions: calibrationVersions }),
};

export function isCalibrationFact(fact: { readonly type: string }): fact is CalibrationFact {
  return Object.hasOwn(calibrationVersions, fact.type);
}

export const calibrationStream = (tenant: string, id: string): string =>
  streamName(context, 'calibration-session', tenant, id);
