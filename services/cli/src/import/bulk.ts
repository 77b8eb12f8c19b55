import type { Client } from '../client.ts';
import { problemOf, type Problem } from '../client.ts';
import { CliError, exitCodes } from '../exit.ts';

/** Lines sent in one request: as many, and as many bytes, as one answer is waited for. */
export const batchLinesMax = 1_024;
export const batchBytesMax = 1_048_576;
/** Tries without a single answered line before an import gives up. */
export const sendAttemptsMax = 8;
export const retryDelayMsMin = 250;
export const retryDelayMsMax = 8_000;

export interface LineAnswer {
  readonly status: 'recorded' | 'unchanged' | 'refused';
  readonly problem?: Problem;
}

export interface SendHooks {
  onAnswer(index: number, answer: LineAnswer): void;
  onRetry(attempt: number, delayMs: number, why: string): void;
  wait(ms: number): Promise<void>;
}

/**
 * Sends lines to a bulk route until each is answered. When the server goes away on the way, only
 * the lines without an answer are sent again, after a growing delay; a line that was recorded
 * before its answer was lost then answers `unchanged`.
 */
export async function sendLines(
  client: Client,
  path: string,
  lines: readonly string[],
  hooks: SendHooks,
): Promise<void> {
  let answered = 0;
  let attempt = 0;
  while (answered < lines.length) {
    const before = answered;
    try {
      for await (const line of client.stream(path, lines.slice(answered))) {
        const answer = readAnswer(line);
        if (answer === 'end') break;
        hooks.onAnswer(answered, answer);
        answered += 1;
      }
      if (answered < lines.length) {
        throw new CliError('unreachable', 'import/answer-cut-off', 'The answer was cut off.');
      }
    } catch (error) {
      if (!(error instanceof CliError) || error.exitCode !== exitCodes.unreachable) throw error;
      attempt = answered > before ? 1 : attempt + 1;
      if (attempt >= sendAttemptsMax) throw error;
      const delayMs = Math.min(retryDelayMsMin * 2 ** (attempt - 1), retryDelayMsMax);
      hooks.onRetry(attempt, delayMs, error.message);
      await hooks.wait(delayMs);
    }
  }
}

/** An answer, the line that ends them, or the fault of the server that stopped it. */
function readAnswer(line: unknown): LineAnswer | 'end' {
  const { status, problem, end } = (line ?? {}) as Readonly<Record<string, unknown>>;
  if (status === 'recorded' || status === 'unchanged') return { status };
  if (status === 'refused') return { status, problem: problemOf(problem, 422) };
  if (end === true && problem === undefined) return 'end';
  if (end === true || status === 'failed') {
    const { code, detail } = problemOf(problem, 503);
    throw new CliError('unreachable', code, detail);
  }
  throw new CliError(
    'unexpected',
    'import/unknown-answer',
    `The server answered a line that is not known here: ${JSON.stringify(line)}`,
  );
}
