/**
 * Gathers what a page must not do: errors in its console, exceptions, breaches of the content
 * security policy, requests that leave the server. `expected` are the statuses of answers that a
 * step provokes on purpose, which a browser reports as failed resources.
 */
export async function watch(page, { url, expected }) {
  const wrong = [];
  const origin = new URL(url).origin;
  page.on('console', (message) => {
    const text = message.text();
    const provoked = expected.some((status) => text.includes(`status of ${status} `));
    if (message.type() === 'error' && !provoked) wrong.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => wrong.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.origin !== origin) {
      wrong.push(`request elsewhere: ${request.url()}`);
    }
  });
  await page.exposeFunction('reportBreach', (text) => wrong.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.reportBreach(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { found: () => [...wrong] };
}
