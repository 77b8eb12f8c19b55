import { factCodec, streamName, type CommandContext, type EventLog } from '@plumbline/event-log';
import { clearText, derivedId, toInstant, type Text } from '@plumbline/kernel';
import type { Sealer } from '@plumbline/privacy';
import type { Discarded } from '@plumbline/views';
import { createHash } from 'node:crypto';

/** Facts that a view will never hold: by whose word, and why. Views are whole but for these. */
export interface ParkedDiscarded {
  readonly type: 'ParkedDiscarded';
  readonly view: string;
  readonly key: string;
  /** Why the view could not take them; the engine's words, without personal text. */
  readonly fault: string;
  readonly attempts: number;
  readonly facts: readonly string[];
  readonly text: Text;
}

export const systemCodec = factCodec<ParkedDiscarded>({
  context: 'system',
  versions: { ParkedDiscarded: 1 },
});

/** What is known of a discard, whether of a view or of a policy. */
export type DiscardRecord = Omit<Discarded, 'facts' | 'at'> & {
  readonly facts: readonly { readonly id: string }[];
};

/** Records a discard in the log, before it happens: what is given up must never be silent. */
export async function recordDiscard(
  log: EventLog,
  sealer: Sealer,
  discarded: DiscardRecord,
): Promise<void> {
  const { id, tenant, view, key, reason, attempts, facts, by, why, discardedAt } = discarded;
  const stream = streamName('system', 'parked', tenant, derivedId('parked', tenant, id));
  const commandId = derivedId('discard', tenant, id, discardedAt);
  const context: CommandContext = {
    tenant,
    actor: { sub: by, via: 'http' },
    commandId,
    fingerprint: createHash('sha256').update(`${id}\n${by}\n${why}`).digest('hex'),
    effectiveAt: toInstant(discardedAt),
    correlationId: commandId,
    causationId: commandId,
  };
  const fact: ParkedDiscarded = {
    type: 'ParkedDiscarded',
    ...{ view, key, fault: reason, attempts, facts: facts.map((one) => one.id) },
    text: clearText(`person:${by}`, { reason: why }),
  };
  const before = await log.read(stream);
  const encoded = await systemCodec.encode([fact], { ...context, stream }, sealer);
  await log.append({
    ...{ tenant, stream, commandId, fingerprint: context.fingerprint },
    expected: before.length === 0 ? 'none' : before.length - 1,
    facts: encoded,
  });
}
