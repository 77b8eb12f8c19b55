import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Paths of the API, so that `vite` in development can stand in front of a running server. */
const apiPaths = [
  ...['/goals', '/kpis', '/periods', '/stale-goals', '/forecast-honesty'],
  ...['/strategies', '/alignment-map', '/people', '/units', '/posts'],
  ...['/feedback', '/satisfaction', '/recognitions', '/reward-programme', '/points'],
  ...['/redemptions', '/surveys', '/cases', '/service-levels', '/customer-responses'],
  ...['/control-charts', '/signals', '/metric-definitions', '/metric-releases'],
  ...['/associations', '/sla-attainment', '/performance', '/review-figures', '/pay-feed'],
  ...['/reviews', '/review-templates', '/calibration-sessions'],
];
const server = process.env['PLUMBLINE_URL'] ?? 'http://127.0.0.1:3000';

/** The library that blinds takes Node's cryptography where there is Node. Browsers have theirs. */
const withoutNode: Plugin = {
  ...{ name: 'without-node', enforce: 'pre' },
  resolveId: (id) => (id === 'crypto' ? '\0no-crypto' : undefined),
  load: (id) => (id === '\0no-crypto' ? 'export default undefined;' : undefined),
};

export default defineConfig({
  plugins: [react(), withoutNode],
  // Relative, so that the same files work at `/` and behind a gateway under any prefix.
  base: './',
  build: {
    target: 'es2022',
    // Nothing as data: URL: the content security policy allows own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        // What every page needs changes seldom, and is then still in the browser's cache.
        codeSplitting: {
          groups: [
            { name: 'frame', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: Object.fromEntries(apiPaths.map((path) => [path, server])) },
});
