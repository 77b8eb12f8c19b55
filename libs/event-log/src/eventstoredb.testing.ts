import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { ManualClock } from '@plumbline/kernel';

/** What a test can make go wrong, as `test/support/eventstoredb/faults.mjs` says. */
export type EventStoreFault =
  | 'freeze'
  | 'thaw'
  | 'holdAnswers'
  | 'releaseAnswers'
  | 'refuse'
  | 'accept'
  | 'duplicate'
  | 'dropSubscriptions';

export interface TestEventStore {
  readonly url: string;
  fault(name: EventStoreFault): Promise<void>;
  /** Lets its clock follow the one given from now on, and not the time of day. */
  follow(clock: ManualClock): void;
  stop(): Promise<void>;
}

const program = join(__dirname, '../../../test/support/eventstoredb/worker.mjs');

/** Starts the double of EventStoreDB in a thread of its own, where no test holds it up. */
export async function startTestEventStore(
  options: { readonly port?: number; readonly file?: string; readonly isBatching?: boolean } = {},
): Promise<TestEventStore> {
  const clock = new BigInt64Array(new SharedArrayBuffer(8));
  const { port1: control, port2 } = new MessageChannel();
  const worker = new Worker(program, {
    workerData: { options, clock, control: port2 },
    transferList: [port2],
  });
  const answers = new Map<number, (answer: { readonly url: string }) => void>();
  let calls = 0;
  control.on('message', (answer: { id: number; url: string }) => {
    answers.get(answer.id)?.(answer);
    answers.delete(answer.id);
  });
  const answerTo = (id: number, send: () => void) =>
    new Promise<{ readonly url: string }>((resolve, reject) => {
      answers.set(id, resolve);
      worker.once('error', reject);
      send();
    });
  const call = async (name: string): Promise<void> => {
    const id = (calls += 1);
    await answerTo(id, () => control.postMessage({ id, call: name }, []));
  };
  const { url } = await answerTo(0, () => undefined);
  return {
    url,
    fault: call,
    follow: (followed) => {
      const set = () => Atomics.store(clock, 0, BigInt(followed.now()));
      const { set: setTo, advance } = followed;
      followed.set = (instant) => {
        setTo(instant);
        set();
      };
      followed.advance = (ms) => {
        advance(ms);
        set();
      };
      set();
    },
    stop: async () => {
      await call('stop');
      await worker.terminate();
    },
  };
}

/** A namespace that no other log has: an empty log on a server that is not. */
export function ownNamespace(): string {
  return `test.${randomUUID().replaceAll('-', '')}.`;
}
