import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import {
  instant,
  listOf,
  orNull,
  oneOf,
  pathId,
  record,
  ref,
  text,
  uuid,
  whole,
} from '@plumbline/web/openapi-shapes';
import { SaveDraftDto } from './http/drafts.dto.ts';

const texts: OpenApiObject = {
  type: 'object',
  description: 'By the ids of the items; null where it is erased.',
  additionalProperties: { type: ['string', 'null'] },
};

export const draftsSchemas: Readonly<Record<string, OpenApiObject>> = {
  ReviewDraft: record({
    ...{ reviewId: uuid, ratings: listOf(record({ item: text, rating: whole })), texts },
    ...{ savedAt: instant, revision: whole },
  }),
};

export const draftsPaths: OpenApiPart['paths'] = {
  '/reviews/{reviewId}/draft': {
    post: {
      operationId: 'saveReviewDraft',
      summary: 'Save your draft of a section: all of it, as far as it is',
      description:
        'The newest counts, and all are kept. With If-Match, the ETag that you have read or were ' +
        'given, a draft that was saved elsewhere meanwhile is not passed over: 412.',
      command: 'changes',
      parameters: [pathId('reviewId')],
      body: SaveDraftDto,
      examples: {
        ofAManager: {
          ratings: [{ item: 'result', rating: 4_000_000 }],
          texts: { summary: 'A year of large steps.' },
        },
      },
    },
    get: {
      operationId: 'getReviewDraft',
      summary: 'Your own draft of a section, as it was saved last, or at an earlier point',
      description: 'Null, and no ETag, where you have saved none of this review by then.',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathId('reviewId')],
      response: {
        ...oneOf('reviewDraft', 'ReviewDraft'),
        properties: {
          position: ref('Position'),
          reviewDraft: orNull(ref('ReviewDraft')),
        },
      },
    },
  },
};
