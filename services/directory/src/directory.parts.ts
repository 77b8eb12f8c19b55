import { accessParts } from '@plumbline/access';
import { gate } from '@plumbline/feed';
import { projected } from '@plumbline/views';
import { publish } from './directory.publish.ts';
import { context, directoryCodec } from './facts.ts';
import { personSheet } from './views/person-sheet.ts';
import { reorganisationSheet } from './views/reorganisation-sheet.ts';
import { postSheet, unitSheet } from './views/structure-sheets.ts';

/**
 * What the engine runs for this context: its views, and the gate to what others may see. The log
 * of who has looked is kept by every service, and shown and published by this one.
 */
export const directoryParts = {
  context,
  views: [
    projected(personSheet, directoryCodec),
    projected(unitSheet, directoryCodec),
    projected(postSheet, directoryCodec),
    projected(reorganisationSheet, directoryCodec),
    ...accessParts.views,
  ],
  gates: [gate(directoryCodec, publish), ...accessParts.gates],
};
