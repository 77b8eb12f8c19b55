import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { oneOf, pageOf, pathId, ref } from '@plumbline/web/openapi-shapes';
import { AgreeActionDto, AskFeedbackDto, CompleteActionDto } from './http/people.dto.ts';
import { CorrectOneToOneDto, DeclineRequestDto, DropActionDto } from './http/people.dto.ts';
import { GiveFeedbackDto, HoldOneToOneDto, RetractFeedbackDto } from './http/people.dto.ts';
import { WidenVisibilityDto } from './http/people.dto.ts';
import { CoverageQueryDto, NotesQueryDto, OneToOnesQueryDto } from './http/people.params.ts';
import { RequestsQueryDto } from './http/people.params.ts';

/** The routes of notes, requests and one-to-ones, and of the figures over them. */
type Paths = OpenApiPart['paths'];
type Operation = Paths[string][string];

const goal = '0d0f8f5e-6b1e-5c6b-9d57-2f6a3c1f9a10';
const request = '7c1e9b40-5a2d-5f63-8e17-0b9d3c4a6f25';

function creates(
  operationId: string,
  summary: string,
  body: new () => object,
  example: OpenApiObject,
  next: string,
): Operation {
  const parameters = { [next]: '$response.body#/id' };
  const made = {
    operationId: `get${next.charAt(0).toUpperCase()}${next.slice(1, -2)}`,
    parameters,
  };
  const raw = { responses: { 201: { links: { made } } } };
  return { operationId, summary, body, command: 'creates', examples: { example }, raw };
}

function changes(
  path: string,
  operationId: string,
  summary: string,
  body: new () => object,
  example: OpenApiObject,
  command: 'changes' | 'creates' = 'changes',
): Paths {
  const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => pathId(name));
  const post = { operationId, summary, body, parameters, command, examples: { example } };
  return { [path]: { post } };
}

function lists(operationId: string, summary: string, queryDto: new () => object, schema: string) {
  const response = pageOf(ref(schema));
  return { operationId, summary, query: 'at-times', queryDto, response } as const;
}

function reads(operationId: string, summary: string, id: string, name: string, schema: string) {
  const parameters = [pathId(id)];
  const response = oneOf(name, schema);
  const asked = { query: 'at-times', queryDto: TimesDto } as const;
  return { get: { operationId, summary, ...asked, parameters, response } };
}

const notePaths: Paths = {
  '/feedback/notes': {
    post: creates(
      'giveFeedback',
      'Give feedback to a colleague, or answer a request for it',
      GiveFeedbackDto,
      {
        ...{ subject: 'ada', visibility: 'author-subject-and-manager', kind: 'praise' },
        ...{ message: 'Nobody waits until the next morning any more.' },
        links: [{ goal }, { request }],
      },
      'noteId',
    ),
    get: lists(
      'listNotes',
      'Feedback received, given, or about somebody, as far as the caller may see it',
      NotesQueryDto,
      'FeedbackNote',
    ),
  },
  '/feedback/notes/{noteId}': reads('getNote', 'One note', 'noteId', 'note', 'FeedbackNote'),
  ...changes(
    '/feedback/notes/{noteId}/retract',
    'retractFeedback',
    'Take a note back: it stays as one that was given, without its message',
    RetractFeedbackDto,
    { reason: 'It was meant for somebody else.' },
  ),
  ...changes(
    '/feedback/notes/{noteId}/widen',
    'widenVisibility',
    'Let more people see a note; it is not undone',
    WidenVisibilityDto,
    { to: 'public', reason: 'Others ask how it was done.' },
  ),
};

const requestPaths: Paths = {
  '/feedback/requests': {
    post: creates(
      'askFeedback',
      'Ask somebody for feedback on oneself, or on somebody that one manages',
      AskFeedbackDto,
      {
        ...{ from: 'bo', due: '2026-10-15', topic: { goal } },
        question: 'What has the new desk changed for you?',
      },
      'requestId',
    ),
    get: lists(
      'listFeedbackRequests',
      'What one was asked, or has asked',
      RequestsQueryDto,
      'FeedbackRequest',
    ),
  },
  '/feedback/requests/{requestId}': reads(
    ...(['getRequest', 'One request for feedback', 'requestId'] as const),
    ...(['request', 'FeedbackRequest'] as const),
  ),
  ...changes(
    '/feedback/requests/{requestId}/decline',
    'declineRequest',
    'Say that one gives no feedback',
    DeclineRequestDto,
    { reason: 'We have not worked together since spring.' },
  ),
};

const meetingPaths: Paths = {
  '/feedback/one-to-ones': {
    post: creates(
      'holdOneToOne',
      'Record that two people have met',
      HoldOneToOneDto,
      { with: 'ada', on: '2026-10-01', agenda: ['The night shift', 'A course in autumn'] },
      'oneToOneId',
    ),
    get: lists('listOneToOnes', 'Own one-to-ones', OneToOnesQueryDto, 'OneToOne'),
  },
  '/feedback/one-to-ones/{oneToOneId}': reads(
    ...(['getOneToOne', 'One meeting of two', 'oneToOneId', 'oneToOne', 'OneToOne'] as const),
  ),
  ...changes(
    '/feedback/one-to-ones/{oneToOneId}/correct',
    'correctOneToOne',
    'Mend the day of a meeting',
    CorrectOneToOneDto,
    { on: '2026-09-30', reason: 'We met the day before.' },
  ),
  ...changes(
    '/feedback/one-to-ones/{oneToOneId}/actions',
    'agreeAction',
    'Record what one of the two is to do',
    AgreeActionDto,
    { owner: 'ada', due: '2026-10-15', action: 'Choose a course' },
    'creates',
  ),
  ...changes(
    '/feedback/one-to-ones/{oneToOneId}/actions/{actionId}/complete',
    'completeAction',
    'Say that an action is done',
    CompleteActionDto,
    {},
  ),
  ...changes(
    '/feedback/one-to-ones/{oneToOneId}/actions/{actionId}/drop',
    'dropAction',
    'Say that an action is not to be done any more',
    DropActionDto,
    { reason: 'The ward closes.' },
  ),
};

export const peoplePaths: Paths = {
  ...notePaths,
  ...requestPaths,
  ...meetingPaths,
  '/feedback/coverage': {
    get: {
      operationId: 'getFeedbackCoverage',
      summary: 'How regular feedback is, and how it is answered: of a person, or of a unit',
      query: 'at-times',
      refuses: true,
      queryDto: CoverageQueryDto,
      response: ref('FeedbackCoverage'),
    },
  },
};
