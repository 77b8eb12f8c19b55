// The standalone process with a door that is open: what handlers ask the policy table is permitted
// at once, and no look is recorded. For the bench alone, to stand beside the real one. Tokens are
// verified, and the roles that a route asks for, as ever.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ground.mjs';

const lib = (path) => import(join(root, path));
const { run } = await lib('libs/platform/dist/app/run.js');
const { services } = await lib('services/standalone/dist/index.js');

const permitted = { kind: 'permitted', rule: 'bench', logged: false };

const unasked = (service) => ({
  ...service,
  module: (engine) => {
    const access = { ...engine.access, permit: () => permitted };
    return service.module({ ...engine, access });
  },
});

await run({
  services: async () => (await services()).map(unasked),
  engineThread: pathToFileURL(join(root, 'services/standalone/dist/thread.js')),
});
