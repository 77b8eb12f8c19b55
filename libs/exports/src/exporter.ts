import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ExportLog } from '@plumbline/access';
import { Fault } from '@plumbline/kernel';
import { callerOf, ProblemError, type Exchange, type OpenStreams } from '@plumbline/web';
import type { ExportDto } from './export.dto.ts';
import { fileOf, type File, type Source } from './file.ts';
import { mediaTypeOf, type Manner } from './formats.ts';

/** Answers requests for files. */
export interface Exporter {
  /**
   * Sends what `open` gives: a piece at a time as its reader takes it, or a part at once. That it
   * was asked for is recorded before the first byte goes out, and that it was made before the last.
   */
  answer<Item>(
    exchange: Exchange,
    asked: ExportDto,
    open: (signal: AbortSignal) => Promise<Source<Item>>,
  ): Promise<void>;
}

export interface ExporterOptions {
  readonly log: ExportLog;
  readonly streams: OpenStreams;
  readonly logger: { warn(fields: object, message: string): void };
  /** Of the program: another one may write the same rows as other bytes. */
  readonly release: string;
}

/** The reader is gone, or the server closes: a file is not made to its end. */
export class ExportCut extends Fault {
  readonly code = 'request/closing';
  readonly retriable = true;
}

/** Throws `ExportCut` once nobody takes the file any more. */
export function demandTaken(signal: AbortSignal): void {
  if (signal.aborted) throw new ExportCut('The export was cut; ask for it again.');
}

export function createExporter({ log, streams, logger, release }: ExporterOptions): Exporter {
  return {
    answer: async (exchange, asked, open) => {
      const { by, reply } = exchange;
      const manner = mannerOf(asked);
      const stream = streams.open('export', `${by.tenant}\u001f${by.sub}`, reply.raw);
      try {
        const source = await open(stream.signal);
        const query = queryOf(source, manner);
        if (isAnswered(exchange, source, manner, { query, release })) return;
        const asking = callerOf(exchange);
        const { what, position } = source;
        const exportId = await log.requested(asking, { what, format: manner.format, query });
        const file = fileOf(source, manner, (made) =>
          log.produced(asking, exportId, { ...made, position }),
        );
        if (manner.limit !== undefined) return await sendPart(exchange, file, query);
        // What fails before its first piece is refused as any request is.
        const pieces = begunWith(await file.pieces.next(), file.pieces);
        const answer = Readable.from(stream.taken(pieces), { objectMode: false });
        answer.on('error', (err) => {
          if (!stream.signal.aborted) logger.warn({ err, what }, 'an export was cut');
        });
        // Proxies that hold answers back would hold back a file whose end nobody knows.
        void reply.header('x-accel-buffering', 'no').send(answer);
      } catch (cause) {
        stream.end();
        throw cause;
      }
    },
  };
}

function mannerOf({ format = 'ndjson', header, limit }: ExportDto): Manner {
  if (header !== undefined && format !== 'csv') {
    const remedy = 'Leave it out: only a file of CSV has a header.';
    throw new ProblemError('request/invalid-parameter', `header: ${remedy}`, [
      { field: '?header', rule: 'format', remedy },
    ]);
  }
  return {
    ...{ format, header: header !== 'absent' },
    limit: limit === undefined ? undefined : Number(limit),
  };
}

/** What is asked for, in an order that is always the same. */
function queryOf<Item>({ pinned }: Source<Item>, { format, header, limit }: Manner): string {
  return new URLSearchParams({
    ...{ format, ...pinned },
    ...(format === 'csv' && !header ? { header: 'absent' } : {}),
    ...(limit === undefined ? {} : { limit: String(limit) }),
  }).toString();
}

/** Says what the file is; true when that is the whole answer, as the caller has it already. */
function isAnswered<Item>(
  { reply, request, by }: Exchange,
  { what, position, isOfCaller = false }: Source<Item>,
  { format, header }: Manner,
  { query, release }: { readonly query: string; readonly release: string },
): boolean {
  if (position !== null) {
    reply.header('plumbline-position', position);
    reply.header('content-location', `${pathOf(request.url)}?${query}`);
  }
  if (position !== null && !isOfCaller) {
    // Not everybody is told all of it: nobody is told of a review of their own.
    const said = [by.tenant, by.sub, what, query, release].join('\u001f');
    const tag = `"${createHash('sha256').update(said).digest('base64url').slice(0, 32)}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match']?.includes(tag) === true) {
      void reply.code(304).send();
      return true;
    }
  }
  const name = `${what.replaceAll('/', '-')}.${format}`;
  reply
    .header('content-type', mediaTypeOf(format, header))
    .header('content-disposition', `attachment; filename="${name}"`);
  if (request.method !== 'HEAD') return false;
  void reply.send();
  return true;
}

/** A part is told with the address of the next one, which is known once it is made. */
async function sendPart({ reply, request }: Exchange, file: File, query: string): Promise<void> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces) pieces.push(piece);
  const next = file.next();
  if (next !== undefined) {
    const parameters = new URLSearchParams(query);
    parameters.set('after', next);
    reply.header('link', `<${pathOf(request.url)}?${parameters.toString()}>; rel="next"`);
  }
  void reply.send(Buffer.concat(pieces));
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

async function* begunWith<Piece>(first: IteratorResult<Piece>, rest: AsyncGenerator<Piece>) {
  if (first.done !== true) yield first.value;
  yield* rest;
}
