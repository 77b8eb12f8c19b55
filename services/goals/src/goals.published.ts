import { publishedReader } from '@plumbline/feed';
import { goalsCodec } from './facts.ts';
import { publish } from './goals.publish.ts';

/** Facts of this context as others may see them, for views of another one. */
export const goalsPublished = publishedReader(goalsCodec, publish);
