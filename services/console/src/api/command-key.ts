/**
 * Sixteen random bytes as a UUID. `crypto.randomUUID` is missing on plain HTTP off this machine.
 */
export function randomId(random: (bytes: Uint8Array<ArrayBuffer>) => unknown = fromSystem): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20, 32]
    .map((end, index) => hex.slice([0, 8, 12, 16, 20][index], end))
    .join('-');
}

function fromSystem(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}

/**
 * The idempotency key of a form: one and the same as long as the body is the same, so that a
 * double click or a retry does nothing twice, and a new one when the body differs, as the server
 * refuses a key that comes with another body.
 */
export class CommandKey {
  #body: string | undefined;
  #key = '';

  keyFor(path: string, body: unknown, newKey: () => string = randomId): string {
    const text = `${path} ${JSON.stringify(body)}`;
    if (this.#body !== text) {
      this.#body = text;
      this.#key = newKey();
    }
    return this.#key;
  }

  /** After a success: the same words once more are a new command. */
  forget(): void {
    this.#body = undefined;
  }
}
