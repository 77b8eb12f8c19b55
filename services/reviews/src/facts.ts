import { factCodec } from '@plumbline/event-log';
import { calibrationVersions } from './calibration.facts.ts';
import type { CalibrationFact } from './calibration-session/calibration-session.ts';
import { cyclesVersions, type CyclesFact } from './cycles.facts.ts';
import type { DraftSaved } from './draft/draft.ts';
import { draftVersions } from './drafts.facts.ts';
import { reminderVersions } from './due.facts.ts';
import { pastVersions } from './past.facts.ts';
import type { PastReviewFact } from './past-review/past-review.ts';
import type { ReminderIssued } from './reminders/reminders.ts';
import { settingsVersions, type SettingsFact } from './settings.facts.ts';

/** Everything that this context stores. */
export type ReviewsFact =
  SettingsFact | CyclesFact | CalibrationFact | PastReviewFact | DraftSaved | ReminderIssued;

export const context = 'reviews';

/** The newest version of every fact; an older one is brought up by an upcaster. */
export const newestVersions = {
  ...settingsVersions,
  ...cyclesVersions,
  ...calibrationVersions,
  ...pastVersions,
  ...draftVersions,
  ...reminderVersions,
};

export const reviewsCodec = factCodec<ReviewsFact>({ context, versions: newestVersions });
