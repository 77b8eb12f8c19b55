import { Fault } from '@plumbline/kernel';

/** A fact could not be folded. A rebuild never parks: what is live stays live. */
export class RebuildFailed extends Fault {
  readonly code = 'views/rebuild-failed';
  readonly retriable = false;
}

export class RebuildStopped extends Fault {
  readonly code = 'views/rebuild-stopped';
  readonly retriable = true;
}
