// The server in a thread of its own, for tests: it is told what to do by messages. The clock is a
// shared number (milliseconds since 1970; 0: the time of day), so that both see it move at once.
import { workerData } from 'node:worker_threads';
import { startEventStore } from './server.mjs';

const { options, clock, control } = workerData;
const server = await startEventStore({
  ...options,
  now: () => Number(Atomics.load(clock, 0)) || Date.now(),
});
const answer = (/** @type {object} */ message) => control.postMessage(message, []);
control.on('message', (/** @type {{ id: number, call: string }} */ { id, call }) => {
  if (call !== 'stop') {
    if (call !== 'taken') server.faults[call]();
    answer({ id, taken: server.taken() });
    return;
  }
  server.stop().then(
    () => {
      answer({ id });
      control.close();
    },
    (error) => answer({ id, error }),
  );
});
answer({ id: 0, url: server.url });
