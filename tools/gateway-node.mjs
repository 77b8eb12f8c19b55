// A gateway without nginx, for machines that do not have it: the routes, limits and refusals of
// deploy/gateway/nginx.conf over a proxy of npm. For trying an installation out, not for the world:
// it has no limit on callers and no TLS.
import { routeFor } from './gateway-routes.mjs';

const connectMsMax = 2_000;
const answerMsMax = 65_000;
const streamMsMax = 600_000;
const triesMax = 2;
/** How long an instance that could not be reached is asked last. */
const restMs = 5_000;
const methodsSentAgain = ['GET', 'HEAD'];

/** As `startGateway` of tools/gateway.mjs, with the table that `readGateway` answers. */
export async function startNodeGateway({ port, upstreams, table }) {
  const { default: fastify } = await import('fastify');
  const { default: replyFrom } = await import('@fastify/reply-from');
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 2 ** 40 });
  const instances = new Instances(upstreams);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, payload, done) => {
    const route = routeFor(table.routes, pathOf(request));
    if (route?.takesStreams === true) return done(null, payload);
    readWhole(payload, route?.bodyBytesMax ?? 0).then((body) => done(null, body), done);
  });
  app.setErrorHandler((error, _, reply) => refuse(reply, error.statusCode ?? 500, table));
  await app.register(replyFrom, {
    disableRequestLogging: true,
    destroyAgent: true,
    undici: {
      connect: { timeout: connectMsMax },
      headersTimeout: streamMsMax,
      bodyTimeout: streamMsMax,
    },
  });
  app.get('/health/gateway', (_, reply) => reply.send({ status: 'live' }));
  app.all('/*', (request, reply) => {
    const route = routeFor(table.routes, pathOf(request));
    if (route?.service === undefined) return refuse(reply, 404, table);
    return pass(request, reply, { route, instances, table, tried: [] });
  });
  await app.listen({ port, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${app.server.address().port}`;
  return { url, kind: 'node', stop: () => app.close() };
}

function pass(request, reply, passing) {
  const { route, instances, table, tried } = passing;
  const instance = instances.next(route.service, tried);
  return reply.from(`${instance}${rewritten(request.raw.url, route)}`, {
    ...bodyOf(request),
    timeout: route.streams ? streamMsMax : answerMsMax,
    // What may be sent again is decided below, for one instance after the other.
    retryDelay: () => null,
    onError: (_, { error }) => {
      const isSent = !isNoConnection(error);
      if (!isSent) instances.rest(instance);
      const isAnother = tried.length + 1 < Math.min(triesMax, upstreamsOf(instances, route));
      const mayRepeat = !isSent || isSafe(request, route);
      if (!reply.sent && isAnother && mayRepeat && !isStream(request.body)) {
        return pass(request, reply, { ...passing, tried: [...tried, instance] });
      }
      if (reply.sent) return reply.raw.destroy();
      return refuse(reply, /TIMEOUT/.test(error.code ?? '') && isSent ? 504 : 502, table);
    },
    rewriteRequestHeaders: (_, headers) => ({
      ...headers,
      host: request.headers.host,
      'x-forwarded-for': request.ip,
      'x-forwarded-proto': 'http',
    }),
  });
}

function rewritten(url, { rewrite }) {
  if (rewrite === undefined) return url;
  const [pattern, replacement] = rewrite;
  const [path, ...query] = url.split('?');
  return [path.replace(new RegExp(pattern), replacement), ...query].join('?');
}

/** As it came: without this, what says that it is JSON is put into JSON once more. */
function bodyOf({ body, headers }) {
  const contentType = headers['content-type'];
  return Buffer.isBuffer(body) && contentType !== undefined ? { body, contentType } : {};
}

function upstreamsOf(instances, { service }) {
  return instances.of(service).length;
}

/** Never got as far as a request: anything may be sent to the next one. */
function isNoConnection({ code, cause }) {
  const codes = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
  return codes.includes(code) || codes.includes(cause?.code);
}

function isSafe({ method, headers }, { mayRepeat }) {
  const isKeyed = method === 'POST' && (headers['idempotency-key'] ?? '') !== '';
  return methodsSentAgain.includes(method) || (mayRepeat && isKeyed);
}

function isStream(body) {
  return typeof body?.pipe === 'function';
}

function pathOf(request) {
  return request.raw.url.split('?')[0];
}

async function readWhole(payload, bytesMax) {
  const parts = [];
  let bytes = 0;
  for await (const part of payload) {
    bytes += part.length;
    if (bytes > bytesMax) throw Object.assign(new Error('too large'), { statusCode: 413 });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The gateway's own answer, in the words of the configuration. */
function refuse(reply, status, { problems }) {
  const text = problems[status] ?? problems.default;
  if ([502, 503].includes(status)) reply.header('retry-after', '1');
  if (status === 504) reply.header('retry-after', '5');
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(text);
}

/** The instances of each service, in turn; one that could not be reached rests for a while. */
class Instances {
  constructor(upstreams) {
    this.byService = new Map(
      Object.entries(upstreams).map(([service, ports]) => [
        service,
        ports.map((port) => `http://127.0.0.1:${port}`),
      ]),
    );
    this.turns = new Map();
    this.restingUntil = new Map();
  }

  of(service) {
    return this.byService.get(service) ?? [];
  }

  next(service, tried) {
    const turn = (this.turns.get(service) ?? 0) + 1;
    this.turns.set(service, turn);
    const all = this.of(service);
    const inTurn = all.map((_, index) => all[(turn + index) % all.length]);
    const left = inTurn.filter((one) => !tried.includes(one));
    return left.find((one) => (this.restingUntil.get(one) ?? 0) < Date.now()) ?? left[0];
  }

  rest(instance) {
    this.restingUntil.set(instance, Date.now() + restMs);
  }
}
