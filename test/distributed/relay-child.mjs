// A relay as a process of its own, to be killed: brings the facts of a log file to Kafka and says
// after each transaction how far it is.
//
//   node relay-child.mjs LOG BROKERS PREFIX BATCH_FACTS
//
// PLUMBLINE_CRASH_POINT names a point at which the process kills itself, and PLUMBLINE_CRASH_AFTER
// how often it may pass it before.
import { openSqliteLog } from '../../libs/event-log/dist/sqlite.js';
import { startRelay } from '../../libs/feed/dist/relay.js';
import { systemClock } from '../../libs/kernel/dist/index.js';
import { faultGate, faultPartitions } from './relay-log.mjs';

const [path, brokers, prefix, batchFacts] = process.argv.slice(2);
const point = process.env.PLUMBLINE_CRASH_POINT;
let passes = Number(process.env.PLUMBLINE_CRASH_AFTER ?? 0);
const say = (kind, value) => process.stdout.write(`${kind} ${value}\n`);

const log = openSqliteLog({ path, clock: systemClock });
const relay = startRelay({
  ...{ log, gates: [faultGate], environment: 'test', batchFacts: Number(batchFacts) },
  kafka: { brokers: brokers.split(','), prefix, partitions: faultPartitions },
  ...{ gatherMs: 5, pollMs: 20, markerMs: 50 },
  onError: (cause) => say('error', cause?.message ?? cause),
  crashPoint: (name) => {
    if (name === point && (passes -= 1) < 0) process.kill(process.pid, 'SIGKILL');
    // Said a moment later, when the progress has been taken down.
    if (name === 'relay:after-commit') setImmediate(() => say('at', relay.progress().position));
  },
});
process.once('SIGTERM', () => void relay.close());
say('ended', await relay.ended);
await log.close();
process.exit(0);
