import { directoryPublished } from '@plumbline/directory/published';
import { feedbackPublished } from '@plumbline/feedback/published';
import { goalsPublished } from '@plumbline/goals/published';
import { projected } from '@plumbline/views';
import { evidenceGoals } from './views/evidence-goals.ts';
import { evidenceNotes } from './views/evidence-notes.ts';
import { evidencePeople } from './views/evidence-people.ts';
import { evidenceResponses } from './views/evidence-responses.ts';

/** The copy that reviews keep of what others have published about people. */
export const evidenceViews = [
  projected(evidenceGoals, goalsPublished),
  projected(evidenceNotes, feedbackPublished),
  projected(evidenceResponses, feedbackPublished),
  projected(evidencePeople, directoryPublished),
];
