import { pino, type DestinationStream, type Logger } from 'pino';

/** Where a secret could stand in what is logged; it is replaced there, at any call. */
const secretPaths = ['authorization', 'cookie', 'token', 'privateKey', 'rootKey'].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
);

/**
 * Structured logs, one JSON object a line. Requests are not logged one by one (metrics count
 * them): only slow ones and failures are, without bodies and without personal text.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { name: 'plumbline' },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretPaths, censor: '[secret]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
