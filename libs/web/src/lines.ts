import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ndjsonMediaType } from './media-types.ts';
import { answerOf } from './problem-filter.ts';
import { readJson } from './json-body.ts';
import { ProblemError, type Problem } from './problem.ts';

/** What a bulk request may hold, and how much of it is worked on at once. */
export interface LineLimits {
  readonly linesMax: number;
  readonly lineBytesMax: number;
  readonly bytesMax: number;
  readonly linesInFlightMax: number;
}

export const lineLimits: LineLimits = {
  linesMax: 1_000_000,
  lineBytesMax: 64 * 1024,
  bytesMax: 1024 * 1024 * 1024,
  linesInFlightMax: 128,
};

export interface LineWork<Value> {
  /** Checks the parsed line; throws a problem for one that is not as it should be. */
  readonly check: (value: unknown) => Value;
  /** Does the work of one line, and gives what its answer holds besides `line`. */
  readonly work: (value: Value, line: number) => Promise<object>;
  /** Lines of the same key are worked on one after the other, in their order. */
  readonly serialBy?: (value: Value) => string;
  readonly limits?: Partial<LineLimits>;
}

/** The last line of every answer; when it is missing, the answer was cut off. */
export interface LinesEnd {
  readonly end: true;
  /** False: it stopped early, for the reason in `problem`; send what was not answered again. */
  readonly complete: boolean;
  readonly lines: number;
  readonly problem?: Problem;
}

/**
 * Answers a bulk request: lines of JSON come in, and for each one a line goes out, in order, as
 * soon as it is worked on. Reading waits for the work, and the work for the reader of the answer,
 * so that neither side can fill the memory. A line that is refused does not stop the others; a
 * fault of the server does.
 */
export function answerLines<Value>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: LineWork<Value>,
): void {
  if (!(request.body instanceof Readable)) {
    const detail = `Send lines of JSON as Content-Type: ${ndjsonMediaType}.`;
    throw new ProblemError('request/unsupported-media-type', detail);
  }
  const answers = Readable.from(answersTo(request.body, work), { objectMode: true });
  void reply.code(200).header('content-type', ndjsonMediaType).send(answers);
}

interface Answer {
  readonly text: string;
  readonly fatal?: Problem;
}

async function* answersTo<Value>(
  body: Readable,
  { check, work, serialBy, limits: given }: LineWork<Value>,
): AsyncGenerator<string> {
  const limits = { ...lineLimits, ...given };
  const chains = new Map<string, Promise<unknown>>();
  let lines = 0;
  let problem: Problem | undefined;
  const start = (line: Line): Promise<Answer> => {
    return inOrder(line, chains, { check, work, serialBy });
  };
  try {
    for await (const answer of inWindow(splitLines(body, limits), start, limits.linesInFlightMax)) {
      lines += 1;
      yield answer.text;
      problem = answer.fatal;
      if (problem !== undefined) break;
    }
  } catch (error) {
    problem = answerOf(error).problem;
  }
  const end: LinesEnd =
    problem === undefined
      ? { end: true, complete: true, lines }
      : { end: true, complete: false, lines, problem };
  yield `${JSON.stringify(end)}\n`;
}

/**
 * Starts at most `max` things at once and gives their results in the order of the source, each as
 * soon as it is there. When the source fails, what was started is still given, then it throws.
 */
async function* inWindow<In, Out>(
  source: AsyncGenerator<In>,
  start: (one: In) => Promise<Out>,
  max: number,
): AsyncGenerator<Out> {
  const window: Promise<Out>[] = [];
  let next: Promise<IteratorResult<In>> | undefined = source.next();
  let failure: { readonly error: unknown } | undefined;
  try {
    while (next !== undefined || window.length > 0) {
      const [head] = window;
      const reading: Promise<IteratorResult<In>> | undefined =
        window.length < max ? next : undefined;
      if (head !== undefined && (reading === undefined || (await isFirst(head, reading)))) {
        void window.shift();
        yield await head;
        continue;
      }
      const read: IteratorResult<In> | undefined = await reading?.catch((error: unknown) => {
        failure = { error };
        return undefined;
      });
      if (read !== undefined && read.done !== true) window.push(start(read.value));
      next = read === undefined || read.done === true ? undefined : source.next();
    }
  } finally {
    // The reader may stop early: what the source says after that is of no interest to anybody.
    next?.catch(() => undefined);
    void source.return(undefined).catch(() => undefined);
  }
  if (failure !== undefined) throw failure.error;
}

function isFirst(one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  const yes = (): boolean => true;
  const no = (): boolean => false;
  return Promise.race([one.then(yes, yes), other.then(no, no)]);
}

interface Line {
  readonly number: number;
  /** Undefined: longer than a line may be. */
  readonly bytes: Buffer | undefined;
}

async function inOrder<Value>(
  line: Line,
  chains: Map<string, Promise<unknown>>,
  {
    check,
    work,
    serialBy,
  }: Pick<LineWork<Value>, 'check' | 'work'> & {
    readonly serialBy: LineWork<Value>['serialBy'] | undefined;
  },
): Promise<Answer> {
  try {
    if (line.bytes === undefined) throw lineTooLong();
    const value = check(readJson(line.bytes));
    const run = (): Promise<object> => work(value, line.number);
    const outcome = await (serialBy === undefined ? run() : chained(chains, serialBy(value), run));
    return { text: `${JSON.stringify({ line: line.number, ...outcome })}\n` };
  } catch (error) {
    const { problem } = answerOf(error);
    const fatal = problem.status >= 500;
    const status = fatal ? 'failed' : 'refused';
    const text = `${JSON.stringify({ line: line.number, status, problem })}\n`;
    return fatal ? { text, fatal: problem } : { text };
  }
}

function chained<Result>(
  chains: Map<string, Promise<unknown>>,
  key: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const before = chains.get(key);
  const mine = before === undefined ? run() : before.then(run, run);
  chains.set(key, mine);
  const forget = (): void => {
    if (chains.get(key) === mine) chains.delete(key);
  };
  mine.then(forget, forget);
  return mine;
}

function lineTooLong(): ProblemError {
  return new ProblemError('request/body-too-large', 'The line is longer than lineBytesMax.');
}

const newline = 0x0a;

/** Lines of a body, counted from 1; blank ones count and are left out. */
async function* splitLines(body: Readable, limits: LineLimits): AsyncGenerator<Line> {
  let number = 0;
  let bytes = 0;
  let kept: Buffer[] = [];
  let keptBytes = 0;
  const take = (): Line => {
    const whole = keptBytes > limits.lineBytesMax ? undefined : Buffer.concat(kept);
    kept = [];
    keptBytes = 0;
    return { number, bytes: whole };
  };
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.bytesMax) throw tooMuch('bytesMax', limits.bytesMax);
    let from = 0;
    while (from < chunk.length) {
      const end = chunk.indexOf(newline, from);
      const part = chunk.subarray(from, end === -1 ? chunk.length : end);
      // Of a line that is too long nothing more is kept: it is only counted.
      if (keptBytes <= limits.lineBytesMax) kept.push(part);
      keptBytes += part.length;
      if (end === -1) break;
      from = end + 1;
      number += 1;
      if (number > limits.linesMax) throw tooMuch('linesMax', limits.linesMax);
      const line = take();
      if (!isBlank(line.bytes)) yield line;
    }
  }
  if (keptBytes === 0) return;
  number += 1;
  if (number > limits.linesMax) throw tooMuch('linesMax', limits.linesMax);
  const line = take();
  if (!isBlank(line.bytes)) yield line;
}

function isBlank(bytes: Buffer | undefined): boolean {
  return bytes !== undefined && bytes.length <= 2 && bytes.toString().trim() === '';
}

function tooMuch(limit: string, max: number): ProblemError {
  const detail = `A bulk request has at most ${max} (${limit}); send the rest in another one.`;
  return new ProblemError('request/body-too-large', detail);
}
