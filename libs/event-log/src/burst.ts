/** How long the first of a burst waits for the others. */
export const burstMs = 20;
/** How long it waits while many come: what is done once for all of them costs less for each. */
export const burstMsMax = 100;
/** So many during one wait are many. */
export const burstHintsMany = 4;

export interface Burst {
  /** Something has come. The work follows, once for all that comes until then. */
  hint(): void;
  /** The work that waits is not done any more. */
  stop(): void;
}

/** Does work a moment after a hint; who is alone waits shortly, who comes among many longer. */
export function createBurst(work: () => void): Burst {
  let timer: NodeJS.Timeout | undefined;
  let hints = 0;
  let waitMs = burstMs;

  const go = (): void => {
    timer = undefined;
    waitMs = hints >= burstHintsMany ? burstMsMax : burstMs;
    hints = 0;
    work();
  };

  return {
    hint: () => {
      hints += 1;
      timer ??= setTimeout(go, waitMs);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
