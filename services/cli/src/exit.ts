/**
 * What the exit code of every verb means. Scripts may rely on these; a code is never given a
 * second meaning.
 */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  someRefused: 3,
  unreachable: 4,
  notAllowed: 5,
  interrupted: 6,
  checkFailed: 7,
  saidNo: 8,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: 'done',
  unexpected: 'something went wrong that the command line does not know',
  usage: 'the arguments, the mapping or the file cannot be used as they are',
  someRefused: 'done, but some records were refused; the report names them',
  unreachable: 'the server is away, or could not do its work; the same command may be run again',
  notAllowed: 'the token is missing, not valid, or not allowed to do this',
  interrupted: 'stopped on the way; the same command goes on where this one stopped',
  checkFailed: 'a check failed, a rebuilt view differed, or what is parked cannot be taken yet',
  saidNo: 'the server refused the request by a rule, or there is no such thing',
};

/** Ends a verb with a message for a person and an exit code for a script. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  /** Stable and namespaced: the problem's own code where the server gave one. */
  readonly code: string;
  readonly details: readonly string[];

  constructor(exit: keyof typeof exitCodes, code: string, message: string, details: string[] = []) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCodes[exit];
    this.code = code;
    this.details = details;
  }
}

export function usageError(code: string, message: string, details: string[] = []): CliError {
  return new CliError('usage', code, message, details);
}
