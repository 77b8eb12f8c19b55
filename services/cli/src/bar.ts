import { Presets, SingleBar } from 'cli-progress';
import { say, type Io } from './io.ts';

/** Shows how far something is: a bar on a terminal, a line now and then elsewhere. */
export interface Bar {
  to(done: number, note: string): void;
  stop(): void;
}

/** Between two lines where there is no terminal. */
export const progressLineMsMin = 2_000;

export function createBar(io: Io, title: string, total: number, quiet = false): Bar {
  if (quiet) return { to: () => undefined, stop: () => undefined };
  if (io.isTerminal) {
    const format = `${title} {bar} {percentage}% {note}`;
    const style = { format, hideCursor: true, clearOnComplete: false, barsize: 24 };
    const bar = new SingleBar(style, Presets.shades_classic);
    bar.start(total, 0, { note: '' });
    return {
      to: (done, note) => bar.update(done, { note }),
      stop: () => bar.stop(),
    };
  }
  let saidAt = io.clock.now();
  let last = '';
  let saidLast = '';
  return {
    to: (done, note) => {
      const share = total === 0 ? 100 : Math.floor((done / total) * 100);
      last = `${title} ${share}% ${note}`.trimEnd();
      if (io.clock.now() - saidAt < progressLineMsMin) return;
      saidAt = io.clock.now();
      saidLast = last;
      say(io, last);
    },
    stop: () => {
      if (last !== saidLast) say(io, last);
    },
  };
}
