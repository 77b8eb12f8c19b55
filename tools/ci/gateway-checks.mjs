// What a gateway must let through and what it must refuse, against a server behind it.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { within } from './server.mjs';

const answerSecondsMax = 60;
const trace = { id: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
const draft = {
  title: 'A goal through the gateway',
  period: { name: '2026-Q1', start: '2026-01-01', end: '2026-03-31' },
  keyResults: [{ id: 'nps', name: 'Score', measure: { kind: 'increase', start: 20, target: 40 } }],
};

/** Commands, reads and refusals come through with every header that they live by. */
export async function passes({ url, token }) {
  const headers = { 'idempotency-key': 'gateway', 'content-type': 'application/json' };
  const body = JSON.stringify(draft);
  const first = await ask(url, '/goals', { method: 'POST', token, headers, body });
  assert.equal(first.status, 201, first.text);
  const receipt = JSON.parse(first.text);
  const again = await ask(url, '/goals', { method: 'POST', token, headers, body });
  assert.equal(JSON.parse(again.text).replayed, true, 'Idempotency-Key arrives');

  const after = { 'read-after': receipt.position };
  const read = await ask(url, `/goals/${receipt.id}?asOf=${receipt.position}`, { token });
  assert.equal(read.status, 200, read.text);
  const seen = await ask(url, `/goals/${receipt.id}`, { token, headers: after });
  assert.equal(JSON.parse(seen.text).goal.title, draft.title);
  assert.equal(seen.headers.etag, '"0"', 'ETag stays as it is');
  const bad = await ask(url, '/goals', { token, headers: { 'read-after': 'nonsense' } });
  assert.equal(bad.status, 400, 'Read-After arrives');

  const stale = await ask(url, `/goals/${receipt.id}/activate`, {
    ...{ method: 'POST', token, body: JSON.stringify({ kind: 'committed' }) },
    headers: {
      ...{ ...headers, 'idempotency-key': 'gateway-stale', 'if-match': '"7"' },
      traceparent: `00-${trace.id}-${trace.span}-01`,
    },
  });
  assert.equal(stale.status, 412, `If-Match arrives: ${stale.text}`);
  assert.equal(JSON.parse(stale.text).traceId, trace.id, 'traceparent arrives');

  const nobody = await ask(url, '/goals', {});
  assertProblem(nobody, 401, 'request/unauthenticated');
  assert.equal(nobody.headers['x-content-type-options'], 'nosniff', 'said once, by the service');
  for (const path of ['/', '/docs', '/docs/files/swagger-ui.css', '/openapi.json']) {
    assert.equal((await ask(url, path, {})).status, 200, path);
  }
}

/** Each line is answered before the next one is sent: nothing is held back, either way. */
export async function streams({ url, token }) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/x-ndjson',
    'idempotency-key': 'gateway-import',
  };
  const asked = request(`${url}/goals/import?dryRun=true`, { method: 'POST', headers });
  asked.write('{"broken":1}\n');
  const answered = await within(
    answerSecondsMax,
    new Promise((resolve, reject) => asked.once('response', resolve).once('error', reject)),
    'The answer did not begin while the request was open.',
  );
  assert.equal(answered.statusCode, 200);
  const lines = linesOf(answered);
  const next = () => within(answerSecondsMax, lines.next(), 'A line was held back.');
  assert.equal(JSON.parse((await next()).value).line, 1);
  await sleep(200);
  asked.write('{"broken":2}\n');
  assert.equal(JSON.parse((await next()).value).line, 2);
  asked.end();
  const { end, complete, lines: count } = JSON.parse((await next()).value);
  assert.deepEqual({ end, complete, count }, { end: true, complete: true, count: 2 });

  const rebuild = await ask(url, '/operations/views/goal-sheet/rebuild', {
    ...{ method: 'POST', token, headers: { 'idempotency-key': 'gateway-rebuild' } },
  });
  assert.equal(rebuild.status, 200, rebuild.text);
  assert.match(rebuild.headers['content-type'], /ndjson/);
}

async function* linesOf(stream) {
  let rest = '';
  for await (const part of stream.setEncoding('utf8')) {
    const found = `${rest}${part}`.split('\n');
    rest = found.pop();
    yield* found;
  }
}

/** What is not for the world, by any spelling, and what is larger than a command may be. */
export async function isDenied({ url, token }) {
  const hidden = ['/metrics', '/goals/../metrics', '/%6detrics', '//metrics', '/metrics/', '/else'];
  for (const path of hidden) {
    const { status, headers } = await ask(url, path, { token });
    assert.ok([400, 404].includes(status), `${path}: ${status}`);
    assert.match(headers['content-type'], /^application\/problem\+json/, path);
  }
  const large = 'x'.repeat(256 * 1024 + 1);
  const headers = { 'idempotency-key': 'gateway-large', 'content-type': 'application/json' };
  for (const how of [{ 'content-length': large.length }, { 'transfer-encoding': 'chunked' }]) {
    const answer = await ask(url, '/goals', {
      ...{ method: 'POST', token, headers: { ...headers, ...how }, body: large },
    });
    assertProblem(answer, 413, 'request/body-too-large');
  }
}

/** The service is gone. */
export async function answersTo(url) {
  const gone = await ask(url, '/goals', {});
  assertProblem(gone, 502, 'gateway/unreachable');
  assert.equal(gone.headers['retry-after'], '1');
  assert.equal(gone.headers['x-content-type-options'], 'nosniff');
  assert.equal((await ask(url, '/health/gateway', {})).status, 200);
}

function assertProblem({ status, headers, text }, wanted, code) {
  assert.equal(status, wanted, text);
  assert.match(headers['content-type'], /^application\/problem\+json/);
  const problem = JSON.parse(text);
  assert.equal(problem.code, code);
  assert.equal(problem.status, wanted);
  assert.equal(problem.type, `https://plumbline.dev/problems/${code}`);
}

/** Over `node:http`, which sends a path as it is written. */
export function ask(url, path, { method = 'GET', token, headers = {}, body }) {
  const { hostname, port } = new URL(url);
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const options = { hostname, port, path, method, headers: { ...authorization, ...headers } };
  const answer = new Promise((resolve, reject) => {
    const asked = request(options, (answered) => {
      let text = '';
      answered.setEncoding('utf8');
      answered.on('data', (part) => (text += part));
      answered.once('error', reject);
      answered.once('end', () => {
        resolve({ status: answered.statusCode, headers: answered.headers, text });
      });
    });
    // Refused early, a connection is closed before all was sent; the answer is there all the same.
    asked.on('error', (error) => setTimeout(() => reject(error), 500));
    asked.end(body);
  });
  return within(answerSecondsMax, answer, `${method} ${path} was not answered.`);
}
