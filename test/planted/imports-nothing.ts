/** Reads no clock: `Date.now()` in a comment is no call. */
export const nothing = (at: string): number => Date.parse(at);
