/** Requests go to where the page came from, and nowhere else. */
export function baseUrl(): string {
  return new URL('.', window.location.href).href.replace(/\/$/, '');
}
