/** What a person is called. */
export type NameOf = (person: string) => string;

/** `person:ada` and `unit:sales`, taken apart for display; anything else is shown as it is. */
export function ownerParts(owner: string): { readonly kind: string; readonly name: string } {
  const colon = owner.indexOf(':');
  if (colon < 1) return { kind: '', name: owner };
  return { kind: owner.slice(0, colon), name: owner.slice(colon + 1) };
}
