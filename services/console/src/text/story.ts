import type { ReviewStoryItem } from '../api/types.ts';
import { ratingText } from './calibration.ts';
import { factTitle, type ChangeText } from './history.ts';
import type { NameOf } from './owners.ts';
import { sectionTexts, stageTexts } from './reviews.ts';

type Change = ReviewStoryItem['changes'][number];

export interface StoryNames {
  /** What an item of the template is called; its id where it has no word. */
  readonly itemOf: (item: string) => string;
  readonly nameOf: NameOf;
}

const titles: Readonly<Record<string, string>> = {
  ReviewOpened: 'Opened',
  ReviewerInvited: 'Somebody was asked to write',
  InvitationDeclined: 'Somebody declined to write',
  InvitationLapsed: 'Somebody is asked no more',
  SectionSubmitted: 'A part was submitted',
  SegmentSealed: 'What was given so far was sealed',
  ReviewerReassigned: 'Handed over to another manager',
  ReviewScored: 'Worked out',
  CalibrationEntered: 'Taken into a calibration session',
  RatingCalibrated: 'Compared with others',
  RatingOverridden: 'The rating was put beside what was worked out',
  ReviewFinalised: 'Finalised',
  NotRatedDeclared: 'Declared not rated',
  ReviewShared: 'Shared',
  ReviewClosed: 'Closed',
  ReviewAcknowledged: 'Acknowledged',
  AcknowledgementLapsed: 'Not acknowledged in time',
  ReviewDisputed: 'Disputed',
  DisputeResolved: 'The dispute was resolved',
  ReviewReopened: 'Reopened',
  ReviewRepinned: 'Bound to other evidence',
  ReviewWithdrawn: 'Withdrawn',
};

export function storyTitle(type: string): string {
  return titles[type] ?? factTitle(type);
}

const plainFields: Readonly<Record<string, string>> = {
  stage: 'Stage',
  revision: 'Revision',
  manager: 'Who answers for it',
  isShared: 'Shared',
  evidence: 'Evidence',
  score: 'Score',
  rating: 'Rating that stands',
  sessionId: 'Calibration session',
};

/** What a part of a review was before and after, in words. */
export function storyChange({ field, before, after }: Change, names: StoryNames): ChangeText {
  return {
    label: fieldText(field, names),
    before: valueText(field, before, names),
    after: valueText(field, after, names),
  };
}

const segmentField = /^segment\.(.+)\.(\d{4}-\d{2}-\d{2})(?:\.([^.]+))?$/;
const sectionField = /^section\.(self|manager|peer|upward):(.+)\.([^.]+)$/;
const invitationField = /^invitation\.(peer|upward):(.+)$/;

/** Whom the changes of a story speak of, by their ids. */
export function storyPeople(items: readonly ReviewStoryItem[]): readonly string[] {
  return items.flatMap(({ changes }) =>
    changes.flatMap(({ field, before, after }) => {
      const [, , author] = sectionField.exec(field) ?? [];
      const [, manager] = segmentField.exec(field) ?? [];
      const [, , reviewer] = invitationField.exec(field) ?? [];
      const answering = field === 'manager' ? [before, after] : [];
      return [author, manager, reviewer, ...answering].filter((one) => typeof one === 'string');
    }),
  );
}

function fieldText(field: string, { itemOf, nameOf }: StoryNames): string {
  const plain = plainFields[field];
  if (plain !== undefined) return plain;
  const [, role = '', author = '', item = ''] = sectionField.exec(field) ?? [];
  if (role !== '') return `${itemOf(item)} (${roleText(role)}, ${nameOf(author)})`;
  const [, manager = '', from = '', rated] = segmentField.exec(field) ?? [];
  if (manager !== '') {
    const what = rated === undefined ? 'Days' : itemOf(rated);
    return `${what} (${nameOf(manager)}, from ${from})`;
  }
  const [, asked = '', reviewer = ''] = invitationField.exec(field) ?? [];
  return asked === '' ? field : `${nameOf(reviewer)} (${roleText(asked)})`;
}

function roleText(role: string): string {
  const text = sectionTexts[role as keyof typeof sectionTexts] ?? role;
  return text.toLowerCase();
}

/** Null stays null: what is gone, or was erased, is said where it is shown. */
function valueText(field: string, value: unknown, { nameOf }: StoryNames): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return field === 'revision' ? String(value) : ratingText(value);
  if (typeof value !== 'string') return segmentText(value as Segment);
  if (field === 'manager') return nameOf(value);
  return field === 'stage' ? (stageTexts[value as keyof typeof stageTexts] ?? value) : value;
}

interface Segment {
  readonly to: string;
  readonly days: number;
  readonly sealed: string | null;
}

function segmentText({ to, days, sealed }: Segment): string {
  return `until ${to}, ${days} days${sealed === null ? '' : `, sealed as ${sealed}`}`;
}

const codeTexts: Readonly<Record<string, string>> = {
  reasonCode: 'reason code',
  sessionId: 'calibration session',
  adjustmentId: 'proposal',
  cause: 'cause',
  outcome: 'outcome',
  was: 'it was',
  askedBy: 'asked for by',
  packHash: 'rule pack',
};

/** What a fact says in codes, in one line; empty where it says nothing. */
export function codesText({ codes }: Pick<ReviewStoryItem, 'codes'>): string {
  return Object.entries(codes)
    .map(([name, value]) => `${codeTexts[name] ?? name} ${value}`)
    .join(', ');
}
