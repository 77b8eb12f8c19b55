import assert from 'node:assert/strict';

/** Opens the console signed in, at a page behind the `#`, as a sign-in link would. */
export async function open({ page, url, token }, path = '/') {
  await page.goto(`${url}/#token=${token}`);
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
  assert.ok(!page.url().includes(token), 'the token is still in the address');
  if (path !== '/') await page.evaluate((to) => (window.location.hash = `#${to}`), path);
}

export async function sees(locator) {
  await locator.first().waitFor({ state: 'visible' });
}

/** No text, however long, may make the page wider than the screen. */
export async function fitsTheScreen(page) {
  const [wanted, has] = await page.evaluate(() => {
    return [document.documentElement.scrollWidth, window.innerWidth];
  });
  assert.ok(wanted <= has, `the page is ${wanted} px wide on a screen of ${has} px`);
}
