import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const program = join(__dirname, 'relay-rounds.mjs');
/** `RELAY_FACTS` and `RELAY_ROUNDS` ask for more: a million facts take some minutes. */
const { RELAY_FACTS: facts = '10000', RELAY_ROUNDS: rounds = '1' } = process.env;
const msPerFact = 0.5;
const msPerRound = 600_000;
const timeoutMs = Number(facts) * msPerFact + Number(rounds) * msPerRound;

interface Found {
  readonly failures: readonly string[];
  readonly facts: number;
  readonly published: number;
  readonly partitions: number;
  readonly deaths: Readonly<Record<string, number>>;
}

describe(`${facts} facts, through deaths of broker and relay`, () => {
  it(
    'are each in Kafka once and in order, as its own console consumer sees them',
    async () => {
      const args = [program, '--facts', facts, '--rounds', rounds];
      // A run that found something exits with 1; what it found is in its output all the same.
      const { stdout } = await promisify(execFile)(process.execPath, args).catch(
        (cause: { stdout: string; stderr: string }) => {
          if (cause.stdout === '') throw new Error(cause.stderr);
          return cause;
        },
      );
      const found = JSON.parse(stdout) as Found;
      expect(found.failures).toEqual([]);
      expect(found.facts).toBe(Number(facts));
      expect(found.partitions).toBeGreaterThan(2);
      expect(Object.keys(found.deaths)).toHaveLength(8);
    },
    timeoutMs,
  );
});

describe('the search for what is wrong', () => {
  it('finds what is lost, doubled, out of order, elsewhere or not to be seen', async () => {
    const args = [join(__dirname, 'relay-log.check.mjs')];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(JSON.parse(stdout)).toEqual({
      nothing: [],
      lost: [expect.stringContaining('1 facts are missing, as f2')],
      doubled: ['f1 is there twice', 'f1 comes out of order'],
      swapped: ['f1 comes out of order'],
      stranger: ['f9 was never to be published'],
      elsewhere: ['acme is in Partition:0 and Partition:1'],
      behindItsMarker: ['f2 comes behind its marker'],
      markerLost: [expect.stringContaining('the last markers are at')],
    });
  });
});
