import { hash } from 'node:crypto';
import { canonicalJson } from '@plumbline/event-log';

/** What pins a document, whoever has it: SHA-256 of its canonical JSON, in small hex digits. */
export function contentHash(document: unknown): string {
  return hash('sha256', canonicalJson(document), 'hex');
}
