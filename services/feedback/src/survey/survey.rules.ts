import { reject } from '@plumbline/kernel';
import type { Day, Instant, Rejection } from '@plumbline/kernel';
import type { LaunchedSurvey, Launch, OrganisationAsOf } from './survey.ts';
import type { ParticipationCount, Segment, Survey, Thresholds } from './survey.ts';

/** Nothing is promised, stored or shown below this, whoever asks for it. */
export const thresholdFloor = 3;
export const thresholdDefault = 5;
/** Above this hardly anything would ever be shown; it also bounds what one batch holds. */
export const thresholdMax = 30;

export const audiencePeopleMax = 1_000;
export const audienceUnitsMax = 300;
export const segmentsMax = 3;
export const segmentValuesMax = 300;
export const segmentValueLengthMax = 64;
/** Of all attributes together. */
export const segmentValuesTotalMax = 600;
/** What lies above the values and is none. */
export const segmentAboveMax = 150;

/** Names of fields are made of ids and points; ids are small, as every answer repeats them. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,23}$/;

/** A name that others chose, as a part of a JSON pointer (RFC 6901, section 3). */
export function inPointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function refuseId(id: string, field: string): Rejection | undefined {
  if (idPattern.test(id)) return undefined;
  const detail = 'Give an id of 24 letters, digits and hyphens at most.';
  return reject('survey/id-malformed', detail, field);
}

export function refuseSchedule({ opens, closes }: Launch, at: Instant): Rejection | undefined {
  if (closes < opens) {
    const detail = `It opens on ${opens}. Give that day or a later one as its last.`;
    return reject('survey/closes-before-it-opens', detail, '/closes');
  }
  if (closes >= at.slice(0, 10)) return undefined;
  const detail = 'Its last day is over. Give one that is still to come.';
  return reject('survey/over-before-its-launch', detail, '/closes');
}

/** An organisation of later would be another one when that time has come. */
export function refuseOrgAsOf(asOf: OrganisationAsOf, now: Instant): Rejection | undefined {
  if (!('instant' in asOf) || asOf.instant <= now) return undefined;
  const detail = 'The organisation is locked as it is known. Give a time that has passed.';
  return reject('survey/organisation-to-come', detail, '/orgAsOf');
}

export function refuseThresholds(thresholds: Thresholds): Rejection | undefined {
  const { threshold, commentThreshold } = thresholds;
  const bad = [threshold, commentThreshold].findIndex(
    (one) => !Number.isInteger(one) || one < thresholdFloor || one > thresholdMax,
  );
  if (bad >= 0) {
    const detail = `Give a whole number from ${thresholdFloor} to ${thresholdMax}.`;
    const field = bad === 0 ? '/threshold' : '/commentThreshold';
    return reject('survey/threshold-out-of-range', detail, field);
  }
  if (commentThreshold >= threshold) return undefined;
  const detail = 'Comments say more than figures: give the threshold or more.';
  return reject('survey/comment-threshold-below-threshold', detail, '/commentThreshold');
}

export function refuseAudience({ audience, threshold }: Launch): Rejection | undefined {
  if (audience.kind === 'link') return undefined;
  const { people, units } = audience;
  if (people.length > audiencePeopleMax) {
    const detail = `At most ${audiencePeopleMax} people by name; give their units instead.`;
    return reject('survey/too-many-people', detail, '/audience/people');
  }
  if (units.length > audienceUnitsMax) {
    const detail = `At most ${audienceUnitsMax} units; give those above them instead.`;
    return reject('survey/too-many-units', detail, '/audience/units');
  }
  const named = new Set(people).size;
  if (named + units.length === 0) {
    return reject('survey/nobody-asked', 'Name people or units.', '/audience');
  }
  if (units.length > 0 || named >= threshold) return undefined;
  const detail = `Of fewer than ${threshold} people no answer would ever be shown. Ask more.`;
  return reject('survey/audience-below-threshold', detail, '/audience/people');
}

/** People answer with tickets, so that they do it once; whoever has a link has none. */
export function refuseTicketKeys({ audience, ticketKeys }: Launch): Rejection | undefined {
  const isOfPeople = audience.kind === 'people';
  if (isOfPeople === (ticketKeys !== undefined)) return undefined;
  const detail = isOfPeople
    ? 'Give the digest of the public keys of its tickets.'
    : 'A survey by link has no tickets.';
  return reject(
    `survey/ticket-keys-${isOfPeople ? 'missing' : 'of-a-link'}`,
    detail,
    '/ticketKeys',
  );
}

export function refuseSegments({ segments, audience }: Launch): Rejection | undefined {
  if (audience.kind === 'link' && segments.length > 0) {
    const detail = 'Who comes by a link is nobody of whom a unit is known. Leave segments out.';
    return reject('survey/segments-of-a-link', detail, '/segments');
  }
  if (segments.length > segmentsMax) {
    const detail = `At most ${segmentsMax} attributes: more of them would single people out.`;
    return reject('survey/too-many-segments', detail, '/segments');
  }
  if (new Set(segments.map(({ id }) => id)).size < segments.length) {
    return reject('survey/segment-twice', 'Attributes must differ.', '/segments');
  }
  if (segments.reduce((sum, { values }) => sum + values.length, 0) > segmentValuesTotalMax) {
    const detail = `At most ${segmentValuesTotalMax} values of all attributes together.`;
    return reject('survey/too-many-segment-values', detail, '/segments');
  }
  const bad = segments.map((one, index) => refuseSegment(one, `/segments/${index}`));
  return bad.find((one) => one !== undefined);
}

function refuseSegment({ id, values, above = [] }: Segment, field: string): Rejection | undefined {
  const malformed = refuseId(id, `${field}/id`);
  if (malformed !== undefined) return malformed;
  const isTooMany = values.length > segmentValuesMax;
  if (isTooMany || values.length === 0 || new Set(values).size < values.length) {
    const detail = `Give 1 to ${segmentValuesMax} values that differ.`;
    return reject('survey/segment-values', detail, `${field}/values`);
  }
  if (above.length > segmentAboveMax) {
    const detail = `The values lie in more than ${segmentAboveMax} others. Give those instead.`;
    return reject('survey/segment-values-too-deep', detail, `${field}/values`);
  }
  const long = values.findIndex(({ length }) => length === 0 || length > segmentValueLengthMax);
  if (long < 0) return undefined;
  const detail = `Give a value of 1 to ${segmentValueLengthMax} characters.`;
  return reject('survey/segment-value-length', detail, `${field}/values/${long}`);
}

/** A group of few of whom it is told how many took part would be told of by name. */
export function refuseCount(
  { stage, groupThreshold: k }: LaunchedSurvey,
  { last, groups }: ParticipationCount,
): Rejection | undefined {
  if (last && stage !== 'closed') {
    const detail = 'Tickets are still given out. Close the survey before its last count.';
    return reject('survey/last-count-before-the-close', detail, '/last');
  }
  const small = groups.findIndex(({ invited }) => invited < k);
  if (small >= 0) {
    const detail = `Fewer than ${k} people are in this group.`;
    return reject('survey/count-of-few', detail, `/groups/${small}`);
  }
  const odd = groups.findIndex(({ invited, participants }) => participants > invited);
  if (odd < 0) return undefined;
  const detail = 'More people took part than were asked.';
  return reject('survey/count-beyond-the-invited', detail, `/groups/${odd}/participants`);
}

/** Whether a survey is answered on a day, and whether tickets for it are given out. */
export function refuseNotOpen(survey: Survey, day: Day): Rejection | undefined {
  if (survey.stage === 'none') {
    return reject('survey/not-found', 'There is no survey with this id.');
  }
  if (day < survey.opens) {
    return reject('survey/not-open-yet', `The survey opens on ${survey.opens}.`);
  }
  if (survey.stage === 'launched' && day <= survey.closes) return undefined;
  const last = survey.closedOn ?? survey.closes;
  return reject('survey/closed', `The survey was answered until ${last}.`);
}
