import { publishedReader } from '@plumbline/feed';
import { directoryCodec } from './facts.ts';
import { publish } from './directory.publish.ts';

/** Facts of this context as others may see them, for views of another one. */
export const directoryPublished = publishedReader(directoryCodec, publish);
