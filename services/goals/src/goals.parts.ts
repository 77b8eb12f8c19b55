import { gate } from '@plumbline/feed';
import { projected } from '@plumbline/views';
import { context, goalsCodec } from './facts.ts';
import { publish } from './goals.publish.ts';
import { alignmentEdge } from './views/alignment-edge.ts';
import { goalPeriod } from './views/goal-period.ts';
import { goalSheet } from './views/goal-sheet.ts';
import { ideaSheet } from './views/idea-sheet.ts';
import { kpiSheet } from './views/kpi-sheet.ts';
import { strategySheet } from './views/strategy-sheet.ts';

/** What the engine runs for this context: its views, and the gate to what others may see. */
export const goalsParts = {
  context,
  views: [
    projected(goalSheet, goalsCodec),
    projected(goalPeriod, goalsCodec),
    projected(kpiSheet, goalsCodec),
    projected(alignmentEdge, goalsCodec),
    projected(strategySheet, goalsCodec),
    projected(ideaSheet, goalsCodec),
  ],
  gates: [gate(goalsCodec, publish)],
};
