// What can go wrong with a server, made to happen by a test.
import { status } from './messages.mjs';

/**
 * - `freeze`: calls are taken, and neither carried out nor answered until `thaw`;
 *   `freezeAppends`: only appends are.
 * - `refuse`: new calls fail with UNAVAILABLE, and open subscriptions with them, until `accept`.
 * - `holdAnswers`: appends are carried out, but their answers wait until `releaseAnswers`.
 * - `duplicate`: so many of the next appends arrive twice, and events of subscriptions too.
 * - `dropSubscriptions`: open subscriptions end with an error.
 */
export function createFaults() {
  const frozen = gate();
  const frozenAppends = gate();
  const answers = gate();
  /** @type {Set<any>} */
  const subscriptions = new Set();
  let isRefusing = false;
  const taken = { calls: 0, appends: 0 };
  let duplicates = 0;

  const dropSubscriptions = (code = status.UNAVAILABLE) => {
    for (const call of subscriptions) call.emit('error', { code, details: 'dropped by a test' });
    subscriptions.clear();
  };

  return {
    subscriptions,
    /** Waits while the server is frozen; true when the call is to be refused. */
    refuses: async () => {
      taken.calls += 1;
      await frozen.passed();
      return isRefusing;
    },
    refusesAppend: async () => {
      taken.appends += 1;
      taken.calls += 1;
      await Promise.all([frozen.passed(), frozenAppends.passed()]);
      return isRefusing;
    },
    thawed: () => frozen.passed(),
    /** How many calls have arrived. */
    taken: () => ({ ...taken }),
    mayAnswer: async () => {
      await answers.passed();
      await frozen.passed();
    },
    isDuplicated: () => {
      duplicates -= 1;
      return duplicates >= 0;
    },
    controls: {
      freeze: frozen.close,
      freezeAppends: frozenAppends.close,
      thaw: () => {
        frozen.open();
        frozenAppends.open();
      },
      holdAnswers: answers.close,
      releaseAnswers: answers.open,
      refuse: () => {
        isRefusing = true;
        dropSubscriptions();
      },
      accept: () => {
        isRefusing = false;
      },
      duplicate: (times = 1) => {
        duplicates = times;
      },
      dropSubscriptions: () => dropSubscriptions(),
    },
  };
}

/** @typedef {ReturnType<typeof createFaults>} Faults */

function gate() {
  /** @type {PromiseWithResolvers<void> | undefined} */
  let shut;
  return {
    passed: async () => shut?.promise,
    close: () => {
      shut ??= withResolvers();
    },
    open: () => {
      shut?.resolve();
      shut = undefined;
    },
  };
}

/** Node 20 has no `Promise.withResolvers`. @returns {PromiseWithResolvers<void>} */
function withResolvers() {
  /** @type {any} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}
