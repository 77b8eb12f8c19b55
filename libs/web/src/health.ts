/** One thing that must hold before requests are let in. */
export interface HealthCheck {
  /** As in `log-writable`. */
  readonly name: string;
  /** Undefined when it holds, otherwise one sentence that says what does not. */
  check(): Promise<string | undefined>;
}

export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail?: string;
  }[];
}

/** A check that takes longer than this has failed. */
export const healthCheckMsMax = 2_000;

/** Runs every check, each within its own bound; one that throws has failed, by name. */
export async function readiness(checks: readonly HealthCheck[]): Promise<Readiness> {
  const results = await Promise.all(checks.map(one));
  const ready = results.every(({ ok }) => ok);
  return { status: ready ? 'ready' : 'not-ready', checks: results };
}

/** What has been asked and has not answered yet. */
const unanswered = new WeakMap<HealthCheck, Promise<string | undefined>>();

/**
 * A check is asked once at a time: whoever asks meanwhile gets that answer. One that was given up
 * is still at work, and more of them would take the time that what they wait for needs.
 */
function asked(check: HealthCheck): Promise<string | undefined> {
  const before = unanswered.get(check);
  if (before !== undefined) return before;
  const answer = check.check().finally(() => unanswered.delete(check));
  unanswered.set(check, answer);
  return answer;
}

async function one(check: HealthCheck): Promise<Readiness['checks'][number]> {
  const { name } = check;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`No answer in ${healthCheckMsMax} ms.`), healthCheckMsMax);
  });
  try {
    const detail = await Promise.race([asked(check), late]);
    return detail === undefined ? { name, ok: true } : { name, ok: false, detail };
  } catch {
    // What a driver says may hold paths; the log has it where it was thrown.
    return { name, ok: false, detail: 'The check itself failed.' };
  } finally {
    clearTimeout(timer);
  }
}
