/** The members that are there: an optional field that was not sent is no field at all. */
export function present<Members extends object>(members: Members): Present<Members> {
  const there = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Present<Members>;
}

type Present<Members> = { [Name in keyof Members]?: Exclude<Members[Name], undefined> };
