import { publishedReader } from '@plumbline/feed';
import { reviewsCodec } from './facts.ts';
import { publish } from './reviews.publish.ts';

/** Facts of this context as others may see them, for views of another one. */
export const reviewsPublished = publishedReader(reviewsCodec, publish);
