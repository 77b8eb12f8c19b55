// What a gateway sends a second time, counted by services that break off.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { ask } from './gateway-checks.mjs';
import { freePort } from '../free-port.mjs';

const keyed = { 'idempotency-key': 'once', 'content-type': 'application/json' };
const unkeyed = { 'content-type': 'application/json' };

/**
 * Two instances, one of which takes a request and breaks off without an answer: each kind of
 * request is sent twice, so that one of them meets it.
 */
export async function sendsAgain(started) {
  await meets(started, { path: '/goals', asked: { method: 'GET' }, isSentAgain: true });
  await meets(started, {
    ...{ path: '/goals/1/activate', isSentAgain: true },
    asked: { method: 'POST', headers: keyed, body: '{}' },
  });
  await meets(started, {
    ...{ path: '/goals', isSentAgain: false },
    asked: { method: 'POST', headers: unkeyed, body: '{}' },
  });
  await meets(started, {
    ...{ path: '/operations/check', isSentAgain: false },
    asked: { method: 'POST', headers: keyed, body: '{}' },
  });
  await passesOver(started);
}

async function meets(started, { path, asked, isSentAgain }) {
  const breaking = await counting((_, response) => response.destroy());
  const answering = await counting((_, response) => response.end('{}'));
  const gateway = await started({
    directory: [breaking.port],
    goals: [breaking.port, answering.port],
    feedback: [breaking.port],
    analytics: [breaking.port],
    reviews: [breaking.port],
  });
  try {
    const statuses = [];
    for (let count = 0; count < 2; count += 1) {
      statuses.push((await ask(gateway.url, path, asked)).status);
    }
    const name = `${asked.method} ${path}`;
    assert.equal(breaking.count(), 1, `${name} meets the instance that breaks off`);
    assert.equal(breaking.count() + answering.count(), isSentAgain ? 3 : 2, `${name}: sent`);
    assert.deepEqual(statuses.sort(), isSentAgain ? [200, 200] : [200, 502], name);
  } finally {
    await gateway.stop();
    breaking.close();
    answering.close();
  }
}

/** An instance that is not there was sent nothing: even a command without a key goes on. */
async function passesOver(started) {
  const answering = await counting((_, response) => response.end('{}'));
  const gateway = await started({
    directory: [answering.port],
    goals: [await freePort(), answering.port],
    feedback: [answering.port],
    analytics: [answering.port],
    reviews: [answering.port],
  });
  try {
    for (const body of ['{"a":1}', '{"a":2}', '{"a":3}']) {
      const asked = { method: 'POST', headers: unkeyed, body };
      assert.equal((await ask(gateway.url, '/goals', asked)).status, 200);
    }
    assert.deepEqual(answering.bodies, ['{"a":1}', '{"a":2}', '{"a":3}']);
  } finally {
    await gateway.stop();
    answering.close();
  }
}

/** A service that counts what it has received in full. */
async function counting(answer) {
  const bodies = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part) => (text += part));
    request.once('end', () => {
      bodies.push(text);
      answer(request, response);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    bodies,
    count: () => bodies.length,
    close: () => server.close().closeAllConnections(),
  };
}
