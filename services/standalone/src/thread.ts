import { parentPort } from 'node:worker_threads';
import { analyticsParts } from '@plumbline/analytics/parts';
import { directoryParts } from '@plumbline/directory/parts';
import { feedbackParts } from '@plumbline/feedback/parts';
import { goalsParts } from '@plumbline/goals/parts';
import { reviewsParts } from '@plumbline/reviews/parts';
import { serveEngine } from '@plumbline/platform/engine-thread';

// The program of the engine's thread: every service's views over one log. Nest is not loaded here.
if (parentPort === null) throw new Error('This program is started as a thread, by main.js.');
const parts = [directoryParts, goalsParts, feedbackParts, analyticsParts, reviewsParts];
serveEngine(parentPort, { views: parts.flatMap(({ views }) => views) });
