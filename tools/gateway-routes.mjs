// Reads deploy/gateway/nginx.conf as nginx does, as far as the routes go, so that whoever asks
// which service answers a path has one source: the file that runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ready.mjs';

export const configurationPath = join(root, 'deploy/gateway/nginx.conf');

/**
 * The routes, limits and own answers of a configuration of nginx:
 *
 * - `routes`: each location with `kind` (`=`, `^~`, `~`, or empty for a prefix), `pattern`, the
 *   `service` that it passes to (undefined: it answers by itself), whether it `streams`, whether a
 *   command with a key `mayRepeat`, `bodyBytesMax`, and the `rewrite` of its path.
 * - `problems`: the gateway's own answers, by status.
 */
export function readGateway(text = readFileSync(configurationPath, 'utf8')) {
  const [http] = blocksNamed(directivesIn(text), 'http');
  const [server] = blocksNamed(http.block, 'server');
  const bodyBytesMax = bytesOf(argumentOf(http.block, 'client_max_body_size'));
  const locations = blocksNamed(server.block, 'location').filter(
    ({ args: [first] }) => !first.startsWith('@'),
  );
  const [problems] = blocksNamed(http.block, 'map').filter(({ args }) => args[1] === '$problem');
  return {
    routes: locations.map((one) => routeOf(one, bodyBytesMax)),
    problems: Object.fromEntries(problems.block.map(({ name, args }) => [name, args[0]])),
  };
}

/** The route that nginx would take, by its rules; undefined where none is its own. */
export function routeFor(routes, path) {
  const exact = routes.find(({ kind, pattern }) => kind === '=' && pattern === path);
  if (exact !== undefined) return exact;
  const prefixes = routes.filter(
    ({ kind, pattern }) => (kind === '' || kind === '^~') && path.startsWith(pattern),
  );
  const [longest] = prefixes.sort((one, other) => other.pattern.length - one.pattern.length);
  if (longest?.kind === '^~') return longest;
  const expression = routes.find(
    ({ kind, pattern }) => kind === '~' && new RegExp(pattern).test(path),
  );
  return expression ?? longest;
}

function routeOf({ args, block }, standard) {
  const [kind, pattern] = args.length === 1 ? ['', args[0]] : args;
  const own = argumentOf(block, 'client_max_body_size');
  return {
    kind,
    pattern,
    service: argumentOf(block, 'proxy_pass')?.replace(/^http:\/\//, ''),
    streams: argumentOf(block, 'proxy_buffering') === 'off',
    takesStreams: argumentOf(block, 'proxy_request_buffering') === 'off',
    mayRepeat: block.some(({ name, args: [first] }) => name === 'if' && first === '($is_keyed)'),
    bodyBytesMax: own === undefined ? standard : bytesOf(own),
    rewrite: block.find(({ name }) => name === 'rewrite')?.args.slice(0, 2),
  };
}

function argumentOf(block, name) {
  return block.find((one) => one.name === name)?.args[0];
}

function blocksNamed(directives, name) {
  return directives.filter((one) => one.name === name && one.block !== undefined);
}

function bytesOf(size) {
  const [, number, unit] = /^(\d+)([kmg]?)$/i.exec(size);
  return Number(number) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
}

/** The directives of a text, each with its name, its arguments and, if it has one, its block. */
function directivesIn(text) {
  const token = /#.*|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([;{}])|((?:[^\s;{}'"\\]|\\.)+)/g;
  const open = [[]];
  let words = [];
  for (const [all, single, double, mark, bare] of text.matchAll(token)) {
    if (all.startsWith('#')) continue;
    if (mark === undefined) {
      words.push(single ?? double ?? bare);
      continue;
    }
    if (mark === '}') {
      open.pop();
      continue;
    }
    const [name, ...args] = words;
    const directive = { name, args, ...(mark === '{' ? { block: [] } : {}) };
    open.at(-1).push(directive);
    if (mark === '{') open.push(directive.block);
    words = [];
  }
  if (open.length !== 1 || words.length > 0) throw new Error('The configuration is cut off.');
  return open[0];
}
