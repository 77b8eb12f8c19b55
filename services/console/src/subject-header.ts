/**
 * A subject for a header: its UTF-8 bytes, each as one character, as headers carry bytes and the
 * browser refuses what is beyond them.
 */
export function subjectHeader(subject: string): string {
  return Array.from(new TextEncoder().encode(subject), (byte) => String.fromCharCode(byte)).join(
    '',
  );
}
