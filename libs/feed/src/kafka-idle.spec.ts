import { describe, expect, it } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import './kafka-client.ts';

describe('the requests of a connection to Kafka', () => {
  it('are not looked for while none waits', () => {
    const queue = new RequestQueue({ maxInFlightRequests: null });
    queue.scheduleCheckPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
  });

  it('are looked for while one waits', () => {
    const queue = new RequestQueue({ maxInFlightRequests: null });
    queue.pending.push({});
    queue.scheduleCheckPendingRequests();
    const timer = queue.throttleCheckTimeoutId;
    expect(timer).not.toBeNull();
    clearTimeout(timer ?? undefined);
  });
});
