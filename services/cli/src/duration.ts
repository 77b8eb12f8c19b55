const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** Reads `90s`, `30m`, `8h`, `7d` as seconds; undefined for anything else. */
export function readSeconds(text: string): number | undefined {
  const match = /^([1-9]\d{0,5})([smhd])$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * unitSeconds[match[2] as keyof typeof unitSeconds];
}
