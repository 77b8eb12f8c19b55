// Writes docs/policy.md, the policy table as one page: `npm run policy`. A test holds the page to
// the table.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ready, root } from './ready.mjs';

await ready();
const { build } = await import('./build.mjs');
await build();
const { policyPage } = await import('@plumbline/organization/policy-page');
writeFileSync(join(root, 'docs/policy.md'), policyPage());
