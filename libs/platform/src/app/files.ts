import { createReadStream, readdirSync, statSync, type Stats } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { documentHeaders } from '@plumbline/web';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * The console runs own scripts and own styles only, talks to its own server only, makes no markup
 * from text, and is in nobody's frame. `test/browser` holds it to that in a real browser.
 */
export const filePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The reader of `/docs` is not ours, and needs more. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // It writes style elements while it runs; no script can hide there.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface Files {
  /** As in `/docs/files/`. */
  readonly prefix: string;
  readonly folder: string;
  /** Only these; all whose media type is known when nothing is said. */
  readonly only?: readonly string[];
}

/**
 * Serves the files that lie in a folder now, each as a route of its own: no path of a request ever
 * becomes a path of the disk, and what is not there is a plain 404. `index.html` is served at the
 * prefix itself. A folder that is not there has no files.
 */
export function serveFiles(fastify: FastifyInstance, { prefix, folder, only }: Files): void {
  for (const file of filesIn(folder)) {
    const name = relative(folder, file).split(sep).join('/');
    const type = mediaTypes[extname(name)];
    if (type === undefined || (only !== undefined && !only.includes(name))) continue;
    const url = `${prefix}${name === 'index.html' ? '' : name}`;
    fastify.get(url, { config: { public: true, file: true } }, (request, reply) => {
      return sendFile(request, reply, file, type);
    });
  }
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: string,
  type: string,
): FastifyReply {
  const { size, mtimeMs }: Stats = statSync(file);
  const tag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
  reply
    .headers(documentHeaders)
    .header('etag', tag)
    .header('content-type', type)
    .header('content-security-policy', filePolicy)
    .header('cache-control', cachingOf(file));
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.header('content-length', size).send(createReadStream(file));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** Built files carry a hash of their content in their name; all others are asked for again. */
function cachingOf(path: string): string {
  const isHashed = path.includes(`${sep}assets${sep}`) && /-[\w-]{8,}\.\w+$/.test(path);
  return isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}
