import type { Survey } from '../api/types.ts';

/** The group that an answer is counted in; none is "all others". */
export type Segments = Readonly<Record<string, string>>;

/** With it somebody answers once, without a name: see `survey/ticket.ts` of the service. */
export interface Ticket {
  readonly surveyId: string;
  /** Of the key that signs it. */
  readonly segments: Segments;
  /** 32 random bytes, in small hex. */
  readonly nonce: string;
}

export interface SignedTicket extends Ticket {
  /** In base64. */
  readonly signature: string;
}

export type TicketKey = Survey['tickets']['keys'][number];

/** What is blinded and signed, byte for byte as the service makes it anew. */
export function ticketMessage({ surveyId, segments, nonce }: Ticket): string {
  return JSON.stringify(['plumbline-survey-ticket', 1, surveyId, labelOf(segments), nonce]);
}

export function labelOf(segments: Segments): string {
  return JSON.stringify(Object.entries(segments).sort(([one], [other]) => byUnits(one, other)));
}

/**
 * What all keys of a survey are compared by: the SHA-256 of this was fixed at the launch. A key of
 * one's own would be a name.
 */
export function keyListText(keys: readonly TicketKey[]): string {
  const listed = keys.map(({ segments, publicKey }) => {
    return JSON.stringify([labelOf(segments), publicKey]);
  });
  return `[${listed.sort(byUnits).join(',')}]`;
}

export function keyOfGroup(keys: readonly TicketKey[], segments: Segments): TicketKey | undefined {
  const label = labelOf(segments);
  return keys.find((one) => labelOf(one.segments) === label);
}

/** Of a digest, as much as people compare with each other: `3f0a 91c2 77de 1b40`. */
export function checkWords(digest: string): string {
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

/** By UTF-16 code units, which is the same in every locale. */
function byUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
