import { code, day, microOrNull, opaque, person, scale } from './reviews.fields.ts';
import type { Schema } from './schema.ts';

const pastReviewId = {
  ...opaque,
  description: 'The past review of a person of one cycle. The same in every fact of it.',
} as const;
const cycle = { ...code, description: 'The cycle, by the name that it had elsewhere.' } as const;

/** What other systems have rated: a part of `reviewsSchemas`. */
export const pastSchemas = {
  'reviews.PastReviewImported.v1': {
    type: 'object',
    description:
      'A rating of a review that was finished elsewhere, as it was brought in. It is of a scale of ' +
      'its own, and there is nothing that it was made of.',
    required: ['pastReviewId', 'person', 'cycle', 'from', 'to', 'scale', 'rating'],
    properties: {
      ...{ pastReviewId, person, cycle, from: day, to: day, scale },
      rating: { ...microOrNull, description: 'In millionths; null: there was none.' },
    },
  },
  'reviews.PastReviewCorrected.v1': {
    type: 'object',
    description: 'It was brought in wrongly, and is another one. The reason stays within.',
    required: ['pastReviewId', 'person', 'cycle', 'scale', 'before', 'after'],
    properties: {
      ...{ pastReviewId, person, cycle, scale },
      before: { ...microOrNull, description: 'As it was; null: none.' },
      after: { ...microOrNull, description: 'As it is from now on; null: none.' },
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;
