import { createHash } from 'node:crypto';
import { canonicalJson, type CommandContext } from '@plumbline/event-log';
import { derivedId, type Instant } from '@plumbline/kernel';

/** What a policy acts upon: a published fact, or the clock. */
export interface Cause {
  readonly tenant: string;
  readonly id: string;
  readonly correlationId: string;
}

/**
 * The context of what a policy commands. Its id derives from what it is about, so that the second
 * one decides nothing, in whichever process it runs.
 */
export function contextOf(
  policy: string,
  { tenant, id, correlationId }: Cause,
  about: readonly (string | number)[],
  at: Instant,
): CommandContext & { readonly act: string } {
  const commandId = derivedId('policy', policy, tenant, ...about);
  return {
    ...{ act: commandId, tenant, commandId, effectiveAt: at, correlationId, causationId: id },
    actor: { sub: policy, via: `policy:${policy}` },
    fingerprint: createHash('sha256').update(canonicalJson(about)).digest('hex'),
  };
}

/** The clock as a cause: nothing that was recorded has led to it. */
export function clockCause(tenant: string, policy: string): Cause {
  const id = derivedId('policy', policy, tenant);
  return { tenant, id, correlationId: id };
}
