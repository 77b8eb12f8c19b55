import { rated, subject } from './reviews.examples.ids.ts';
import type { pastSchemas } from './reviews.past.ts';
import type { Shape } from './schema.ts';

type Published = typeof pastSchemas;

export const pastReviewExampleId = 'b1a0c3d4-5e6f-5a7b-8c9d-0e1f2a3b4c5d';
const known = {
  ...{ pastReviewId: pastReviewExampleId, person: subject, cycle: 'fy2024' },
  scale: { min: rated(1), max: rated(4) },
};
const year = { from: '2024-01-01', to: '2024-12-31' };

/** Examples of ratings of other systems, by what they show. */
export const pastExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'reviews.PastReviewImported.v1': {
    withARating: { ...known, ...year, rating: rated(3) },
    withoutOne: { ...known, ...year, rating: null },
  },
  'reviews.PastReviewCorrected.v1': {
    toAnother: { ...known, before: rated(3), after: rated(4) },
  },
};
