// Hands made-up topics to the inspection of the fault runs, and says what it finds in each.
import { createInspection, faultPartitions } from './relay-log.mjs';

const stream = 'fault.ledger-acme.0';
const placed = (no) => ({ tenant: 'acme', stream, revision: no, position: `0${no}` });
const expected = new Map([1, 2].map((no) => [`f${no}`, placed(no)]));

const fact = (no, partition = 0) => {
  const headers = `ce_id:f${no}|ce_type:fault.Counted.v1|ce_tenant:acme|ce_stream:${stream}`;
  const place = `ce_revision:${no}|ce_position:0${no}`;
  return `Partition:${partition}\tOffset:1\t${headers}|${place}\t${stream}\t{}`;
};
const marker = (partition, position = '02') =>
  `Partition:${partition}\tOffset:9\tce_type:plumbline.position.v1|ce_position:${position}\tnull\t{}`;
const markers = Array.from({ length: faultPartitions }, (_, partition) => marker(partition));

const topics = {
  nothing: [fact(1), fact(2), ...markers],
  lost: [fact(1), ...markers],
  doubled: [fact(1), fact(1), fact(2), ...markers],
  swapped: [fact(2), fact(1), ...markers],
  stranger: [fact(1), fact(2), fact(9), ...markers],
  elsewhere: [fact(1), fact(2, 1), ...markers],
  behindItsMarker: [fact(1), marker(0), fact(2), ...markers],
  markerLost: [fact(1), fact(2), ...markers.slice(1)],
};
const found = Object.entries(topics).map(([name, lines]) => {
  const inspection = createInspection(expected);
  for (const line of lines) inspection.take(line);
  return [name, inspection.end('02').failures];
});
process.stdout.write(JSON.stringify(Object.fromEntries(found)));
