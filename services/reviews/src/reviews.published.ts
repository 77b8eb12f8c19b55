import { publishedReader } from '@plumbline/feed';
import { reviewsCodec } from './facts.ts';
import { publish, publishForFigures } from './reviews.publish.ts';

/** Facts of this context as others may see them, for views of another one. */
export const reviewsPublished = publishedReader(reviewsCodec, publish);

/** The same, and what named peers gave: for figures that name none of them. */
export const reviewsForFigures = publishedReader(reviewsCodec, publishForFigures);
