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

async function one({ name, check }: HealthCheck): Promise<Readiness['checks'][number]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`No answer in ${healthCheckMsMax} ms.`), healthCheckMsMax);
  });
  try {
    const detail = await Promise.race([check(), late]);
    return detail === undefined ? { name, ok: true } : { name, ok: false, detail };
  } catch {
    // What a driver says may hold paths; the log has it where it was thrown.
    return { name, ok: false, detail: 'The check itself failed.' };
  } finally {
    clearTimeout(timer);
  }
}
