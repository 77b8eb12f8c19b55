const product = 'Plumbline';

/** What a tab is called: by the heading of its page, so that tabs are told apart. */
export function pageTitle(heading: string | null | undefined): string {
  const name = heading?.replace(/\s+/g, ' ').trim() ?? '';
  return name === '' ? product : `${name} – ${product}`;
}
