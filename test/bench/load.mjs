// Requests over HTTP by many connections, each with one on its way. On two cores the load has its
// share of what is measured: a request costs a third here of what a whole client library takes.
import { connect } from 'node:net';
import { percentile } from './ground.mjs';

const headEnd = Buffer.from('\r\n\r\n');

/**
 * Posts what `next` gives, `{ path, headers, body }`, for so many seconds. Answers with how many
 * requests were answered a second, the milliseconds that all but one in a hundred took at most, and
 * how many answers were none of success.
 */
export async function load({ url, connections, seconds, next }) {
  const { hostname, port, host } = new URL(url);
  const started = performance.now();
  const end = started + seconds * 1_000;
  const times = [];
  let failed = 0;
  const isOver = () => performance.now() >= end;
  const answered = (status, ms) => {
    times.push(ms);
    if (status < 200 || status > 299) failed += 1;
  };
  await Promise.all(
    Array.from({ length: connections }, () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      return oneAfterAnother(socket, () => requestOf(host, next()), answered, isOver);
    }),
  );
  const perSecond = times.length / ((performance.now() - started) / 1_000);
  return { perSecond, p99Ms: percentile(times, 0.99), failed };
}

function requestOf(host, { path, headers, body }) {
  let head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
  return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Ends once an answer comes after the time is over. */
function oneAfterAnother(socket, request, answered, isOver) {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let got = Buffer.alloc(0);
    const send = () => {
      sentAt = performance.now();
      socket.write(request());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server has closed a connection.')));
    socket.on('data', (chunk) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      const head = got.indexOf(headEnd);
      if (head < 0) return;
      const [, status, length] = answerHead.exec(got.latin1Slice(0, head)) ?? [];
      if (length === undefined) {
        socket.destroy(new Error('An answer tells no length.'));
        return;
      }
      if (got.length < head + headEnd.length + Number(length)) return;
      got = Buffer.alloc(0);
      answered(Number(status), performance.now() - sentAt);
      if (!isOver()) {
        send();
        return;
      }
      resolve();
      socket.destroy();
    });
  });
}

const answerHead = /^HTTP\/1\.1 (\d+)[^]*?\r\ncontent-length: (\d+)/i;
