import { publishedReader } from '@plumbline/feed';
import { feedbackCodec } from './facts.ts';
import { publish } from './feedback.publish.ts';

/** Facts of this context as others may see them, for views of another one. */
export const feedbackPublished = publishedReader(feedbackCodec, publish);
