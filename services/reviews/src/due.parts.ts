import { directoryPublished } from '@plumbline/directory/published';
import { projected } from '@plumbline/views';
import { reviewsCodec } from './facts.ts';
import { personZone } from './views/person-zone.ts';
import { taskSheet } from './views/task-sheet.ts';

/** What the engine runs for what is due, and to whom. */
export const dueViews = [
  projected(taskSheet, reviewsCodec),
  projected(personZone, directoryPublished),
];
