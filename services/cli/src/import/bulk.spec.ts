import { describe, expect, it } from '@jest/globals';
import { createClient, type Client } from '../client.ts';
import { CliError, exitCodes } from '../exit.ts';
import { retryDelayMsMax, retryDelayMsMin, sendAttemptsMax, sendLines } from './bulk.ts';
import type { LineAnswer } from './bulk.ts';

const away = new CliError('unreachable', 'cli/unreachable', 'There is no answer.');
const end = { end: true, complete: true };

/** A client whose requests are answered by a list: lines that arrive, then an error or the end. */
function scripted(...answers: readonly (readonly unknown[])[]): Client & { sent: string[][] } {
  const waiting = [...answers];
  const sent: string[][] = [];
  return {
    ...createClient({ url: 'http://127.0.0.1:9' }),
    sent,
    // oxlint-disable-next-line require-await -- the port is asynchronous, the script is not
    async *stream(_, lines = []) {
      sent.push([...lines]);
      for (const line of waiting.shift() ?? [away]) {
        if (line instanceof Error) throw line;
        yield line;
      }
    },
  };
}

async function send(client: Client, lines: readonly string[]) {
  const answered: [number, LineAnswer['status']][] = [];
  const waited: number[] = [];
  const hooks = {
    onAnswer: (index: number, { status }: LineAnswer) => void answered.push([index, status]),
    onRetry: () => undefined,
    wait: (ms: number) => Promise.resolve(void waited.push(ms)),
  };
  const failure = await sendLines(client, '/goals/import', lines, hooks).catch((error) => error);
  return { answered, waited, failure: failure as unknown };
}

describe('sending lines', () => {
  const recorded = { status: 'recorded' };

  it('waits longer each time, up to the longest delay, and gives up at last', async () => {
    const client = scripted();
    const { waited, failure } = await send(client, ['a']);
    expect(client.sent).toHaveLength(sendAttemptsMax);
    expect(waited).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 8_000]);
    expect([Math.min(...waited), Math.max(...waited)]).toEqual([retryDelayMsMin, retryDelayMsMax]);
    expect(failure).toBe(away);
  });

  it('does not give up when the last try is answered', async () => {
    const client = scripted(...Array.from({ length: sendAttemptsMax - 1 }, () => [away]), [
      recorded,
      end,
    ]);
    const { answered, failure } = await send(client, ['a']);
    expect([answered, failure]).toEqual([[[0, 'recorded']], undefined]);
  });

  it('counts the tries anew after an answered line, and sends only the rest', async () => {
    const client = scripted([recorded, away], [recorded, away], [recorded, end]);
    const { answered, waited } = await send(client, ['a', 'b', 'c']);
    expect(client.sent).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c']]);
    expect(answered.map(([index]) => index)).toEqual([0, 1, 2]);
    expect(waited).toEqual([retryDelayMsMin, retryDelayMsMin]);
  });

  it.each([
    ['ends without a word', []],
    ['ends early', [end]],
    ['tells a fault of the server', [{ line: 1, status: 'failed', problem: { code: 'x' } }]],
    ['ends with a fault', [{ end: true, complete: false, problem: { code: 'log/unavailable' } }]],
  ])('sends again when the answer %s', async (_, answer) => {
    const client = scripted(answer, [recorded, end]);
    const { answered, failure } = await send(client, ['a']);
    expect([answered.length, client.sent.length, failure]).toEqual([1, 2, undefined]);
  });

  it('does not send again what is not allowed, or not understood', async () => {
    const refused = new CliError('notAllowed', 'permission/goal-import', 'No.');
    expect((await send(scripted([refused]), ['a'])).failure).toBe(refused);
    const { failure } = await send(scripted([{ status: 'perhaps' }]), ['a']);
    expect(failure).toMatchObject({ exitCode: exitCodes.unexpected });
  });
});
