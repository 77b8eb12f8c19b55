// Each connection of kafkajs 2.2.4 looks once a millisecond, for as long as it is open, whether
// requests wait that the broker asked it to hold back: the time until then is taken from the year
// 1970 when the broker has asked for nothing (tulios/kafkajs#1751), and a timer that is negative
// is one of a millisecond. A process of ours has half a dozen connections: a fiftieth of a
// processor each, for nothing. When no request waits there is nothing to look for: whoever adds one
// asks for the look, and a request that is answered looks for the next.
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const { prototype } = RequestQueue;
const schedule = prototype.scheduleCheckPendingRequests;

prototype.scheduleCheckPendingRequests = function scheduleWhenOneWaits(this: RequestQueue): void {
  if (this.pending.length > 0) schedule.call(this);
};
