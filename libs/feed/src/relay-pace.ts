export const gatherMsDefault = 50;
export const pollMsDefault = 250;
export const markerMsDefault = 250;
export const idleMarkerMsDefault = 30_000;

export interface PaceOptions {
  readonly gatherMs?: number;
  readonly pollMs?: number;
  readonly markerMs?: number;
  readonly idleMarkerMs?: number;
}

/**
 * When a relay looks again, sends, and sets markers. Facts stay in Kafka for ever, and so do
 * markers: that is why they are bounded by time, and not set with every transaction.
 */
export function createPace(options: PaceOptions) {
  const { gatherMs = gatherMsDefault, pollMs = pollMsDefault } = options;
  const { markerMs = markerMsDefault, idleMarkerMs = idleMarkerMsDefault } = options;
  const at = { sent: -Infinity, marked: -Infinity };
  let [closed, areOwed, wasWoken] = [false, true, false];
  let wake: () => void = () => undefined;

  const sleep = (ms: number, isWakeable = true) =>
    new Promise<void>((resolve) => {
      if (closed || (isWakeable && wasWoken)) {
        wasWoken = false;
        resolve();
        return;
      }
      const timer = setTimeout(end, Math.max(0, ms));
      function end(): void {
        clearTimeout(timer);
        wake = () => undefined;
        wasWoken = false;
        resolve();
      }
      wake = () => (closed || isWakeable ? end() : undefined);
    });
  const sinceMarkers = () => performance.now() - at.marked;

  return {
    isClosed: () => closed,
    /** Markers are owed at once. */
    restart: () => {
      [areOwed, at.marked] = [true, -Infinity];
    },
    /** Whether the next transaction has to set markers, or there has to be one for them alone. */
    markersAreDue: (hasMoved: boolean) =>
      hasMoved || areOwed ? sinceMarkers() >= markerMs : sinceMarkers() >= idleMarkerMs,
    sent: (withMarkers: boolean) => {
      at.sent = performance.now();
      areOwed = !withMarkers;
      if (withMarkers) at.marked = at.sent;
    },
    /** A page without a fact to be sent: markers are owed for it. */
    passedOver: () => {
      [at.sent, areOwed] = [performance.now(), true];
    },
    /** Until a commit, or until it is time to look: for facts, or for markers that are owed. */
    idle: () => {
      const owedMs = areOwed ? markerMs - sinceMarkers() : Infinity;
      // Over already: in an empty log there is nothing yet that a marker could say.
      return sleep(owedMs > 0 ? Math.min(pollMs, owedMs) : pollMs);
    },
    /** Transactions that are not full keep their distance, and looks at what is others'. */
    gather: () => sleep(at.sent + gatherMs - performance.now(), false),
    pause: (ms: number) => sleep(ms, false),
    /** A commit was made: whether it is awaited now or soon. */
    wake: () => {
      wasWoken = true;
      wake();
    },
    close: () => {
      closed = true;
      wake();
    },
  };
}
