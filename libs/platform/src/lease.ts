/**
 * At most one process holds a name at a time, as long as clocks agree within the lease. It shares
 * work out; it does not make it safe: whoever does the work is fenced by the engine it writes to.
 */
export interface Leases {
  /** Takes the name, or keeps it, for so long. False: another one holds it. */
  hold(name: string, holder: string, ms: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}

/** Work that one process at a time does. */
export interface Held {
  /** Ends the work, and lets the name go. */
  stop(): Promise<void>;
}

export interface HoldingOptions {
  readonly leases: Leases;
  readonly name: string;
  readonly holder: string;
  /**
   * Starts the work; what it gives ends it. `lost` is called when the work cannot go on because
   * another process has taken it over: it is ended, and begun anew as long as the name is held.
   */
  readonly start: (lost: () => void) => Promise<() => Promise<void>>;
  readonly onError: (cause: unknown) => void;
  readonly leaseMs?: number;
  readonly now?: () => number;
}

export const leaseMsDefault = 10_000;
/** A lease is renewed this often within its time. */
const renewals = 4;

/** Does the work whenever this process holds the name, and ends it when it no longer does. */
export function holdWhileLeased(options: HoldingOptions): Held {
  const { leases, name, holder, start, onError } = options;
  const { leaseMs = leaseMsDefault, now = Date.now } = options;
  let working: (() => Promise<void>) | undefined;
  let heldUntil = 0;
  let stopped = false;
  let isLost = false;
  let term = 0;
  let timer: NodeJS.Timeout | undefined;

  const endWork = async () => {
    const end = working;
    working = undefined;
    await end?.();
  };

  const turn = async () => {
    const asked = now();
    let isHeld: boolean;
    try {
      isHeld = await leases.hold(name, holder, leaseMs);
      if (isHeld) heldUntil = asked + leaseMs;
    } catch (cause) {
      onError(cause);
      // It cannot be asked; what was held is held until its time is over.
      isHeld = working !== undefined && now() < heldUntil;
    }
    if (!isHeld || isLost) await endWork();
    if (!isHeld || stopped || working !== undefined) return;
    isLost = false;
    term += 1;
    const own = term;
    working = await start(() => {
      // What a term that is over hears late is nothing to the next one.
      if (own === term) isLost = true;
    });
  };

  let turning: Promise<void> = Promise.resolve();
  const again = () => {
    turning = turn().catch(async (cause: unknown) => {
      onError(cause);
      await endWork().catch(onError);
    });
    void turning.then(() => {
      if (!stopped) timer = setTimeout(again, leaseMs / renewals);
    });
  };
  again();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turning;
      try {
        await endWork();
      } finally {
        await leases.release(name, holder).catch(onError);
      }
    },
  };
}

/** Leases within one process, for tests. */
export function memoryLeases(now: () => number = Date.now): Leases {
  const held = new Map<string, { holder: string; until: number }>();
  return {
    hold: async (name, holder, ms) => {
      const before = held.get(name);
      if (before !== undefined && before.holder !== holder && before.until > now()) return false;
      held.set(name, { holder, until: now() + ms });
      return true;
    },
    release: async (name, holder) => {
      if (held.get(name)?.holder === holder) held.delete(name);
    },
  };
}
