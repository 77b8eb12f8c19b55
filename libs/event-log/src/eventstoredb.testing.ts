import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { ManualClock } from '@plumbline/kernel';

/** What a test can make go wrong, as `test/support/eventstoredb/faults.mjs` says. */
export type EventStoreFault =
  | 'freeze'
  | 'freezeAppends'
  | 'thaw'
  | 'holdAnswers'
  | 'releaseAnswers'
  | 'refuse'
  | 'accept'
  | 'duplicate'
  | 'dropSubscriptions';

interface Taken {
  readonly calls: number;
  readonly appends: number;
}

export interface TestEventStore {
  readonly url: string;
  fault(name: EventStoreFault): Promise<void>;
  /** How many calls have arrived, carried out or not. */
  taken(): Promise<Taken>;
  /** Lets its clock follow the one given from now on, and not the time of day. */
  follow(clock: ManualClock): void;
  stop(): Promise<void>;
}

/** What the thread says: at first where it listens, then what has arrived. */
interface Told {
  readonly url: string;
  readonly taken: Taken;
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
  const answers = new Map<number, (answer: Told) => void>();
  let calls = 0;
  control.on('message', (answer: Told & { readonly id: number }) => {
    answers.get(answer.id)?.(answer);
    answers.delete(answer.id);
  });
  const failed = new Promise<never>((_, reject) => worker.once('error', reject));
  failed.catch(() => undefined);
  const answerTo = (id: number, send: () => void) => {
    const answer = new Promise<Told>((resolve) => {
      answers.set(id, resolve);
      send();
    });
    return Promise.race([answer, failed]);
  };
  const call = (name: string): Promise<Told> => {
    const id = (calls += 1);
    return answerTo(id, () => control.postMessage({ id, call: name }, []));
  };
  const { url } = await answerTo(0, () => undefined);
  return {
    url,
    fault: async (name) => {
      await call(name);
    },
    taken: async () => (await call('taken')).taken,
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
