import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { ImportQueryDto, TimesDto } from '@plumbline/web/shapes';
import {
  code,
  count,
  day,
  instant,
  listOf,
  oneOf,
  orNull,
  pageOf,
  pathId,
  record,
  ref,
  text,
  textOrNull,
  uuid,
  whole,
} from '@plumbline/web/openapi-shapes';
import { CorrectPastReviewDto, PastReviewsQueryDto } from './http/past.dto.ts';

const scale = record({ min: whole, max: whole });
const wholeOrNull: OpenApiObject = { type: ['integer', 'null'] };
const rating: OpenApiObject = {
  ...wholeOrNull,
  description: 'In millionths; null: there was none, which is not 0.',
};

export const pastSchemas: Readonly<Record<string, OpenApiObject>> = {
  PastReview: record({
    ...{ id: uuid, person: text, cycle: text, from: day, to: day, scale, rating },
    ...{ importedAt: instant, by: ref('Actor') },
    corrections: listOf(
      record({ at: instant, by: ref('Actor'), from: rating, to: rating, reason: textOrNull }),
    ),
    revision: whole,
  }),
  PastCycle: record({
    ...{ cycle: text, from: day, to: day },
    notRated: { ...wholeOrNull, description: 'Null where it is fewer than five.' },
    scales: listOf(
      record({
        ...{ scale, tier: code('hidden', 'indicative', 'firm'), n: wholeOrNull },
        ratings: orNull(listOf(record({ rating: whole, count }))),
      }),
    ),
  }),
};

export const pastPaths: OpenApiPart['paths'] = {
  '/past-reviews': {
    get: {
      operationId: 'listPastReviews',
      summary: 'Reviews that were finished elsewhere, those that you may read',
      query: 'at-times',
      queryDto: PastReviewsQueryDto,
      response: pageOf(ref('PastReview')),
    },
  },
  '/past-reviews/import': {
    post: {
      operationId: 'importPastReviews',
      summary: 'Import the results of a finished cycle, a line each',
      description:
        'A person has one past review of a cycle: the same line again changes nothing, and another ' +
        'result is refused. Ratings and the ends of the scale are numbers as the other system ' +
        'writes them. A refused line does not stop the others; the answer has a line for each.',
      queryDto: ImportQueryDto,
      raw: {
        requestBody: {
          required: true,
          content: {
            'application/x-ndjson': {
              schema: {
                type: 'string',
                description: 'Lines of {key, cycle, from, to, person, scale: {min, max}, rating?}.',
              },
            },
          },
        },
        responses: {
          200: {
            description:
              'Lines of {line, key, status: recorded | unchanged | refused, id?, problem?}.',
            content: { 'application/x-ndjson': { schema: { type: 'string' } } },
          },
        },
      },
    },
  },
  '/past-reviews/{pastReviewId}': {
    get: {
      operationId: 'getPastReview',
      summary: 'A review that was finished elsewhere, with what was corrected of it',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('pastReviewId')],
      response: oneOf('pastReview', 'PastReview'),
    },
  },
  '/past-reviews/{pastReviewId}/correct': {
    post: {
      operationId: 'correctPastReview',
      summary: 'Correct the rating of a review that was finished elsewhere, with a reason',
      command: 'changes',
      parameters: [pathId('pastReviewId')],
      body: CorrectPastReviewDto,
      examples: { mistaken: { rating: 4_000_000, reason: 'The file had the year before.' } },
    },
  },
  '/past-cycles/{cycle}': {
    get: {
      operationId: 'getPastCycle',
      summary: 'How many were rated how in a cycle that was finished elsewhere',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [{ name: 'cycle', in: 'path', required: true, schema: text, example: 'fy2025' }],
      response: oneOf('pastCycle', 'PastCycle'),
    },
  },
};
