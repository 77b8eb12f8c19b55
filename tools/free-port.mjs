import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to connections by themselves: nobody else comes in between. */
const portMin = 10_000;
const portMax = 32_767;
const triesMax = 100;
/** Given out once, and perhaps not listened on yet. */
const given = new Set();

/** A port of this machine that nothing listens on. */
export async function freePort() {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const port = randomInt(portMin, portMax + 1);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`Of ${triesMax} ports that were tried, none is free.`);
}

async function isFree(port) {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
