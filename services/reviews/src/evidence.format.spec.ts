import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@plumbline/event-log';
import { linesOf } from './evidence.lines.ts';
import { manifestOf } from './evidence.manifest.ts';
import { after, copyOf, goal, scope } from './evidence.testing.ts';

/** `docs/format/evidence.md` is what others check by: its example is read from the page itself. */
const page = readFileSync(resolve(__dirname, '../../../docs/format/evidence.md'), 'utf8');

function block(name: string): unknown {
  const [, content] = new RegExp(`^\`\`\`json ${name}\n(.*?)\n\`\`\`$`, 'ms').exec(page) ?? [];
  if (content === undefined) throw new Error(`The page has no block "${name}".`);
  return JSON.parse(content);
}

const sha256 = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');

describe('the worked example of a manifest', () => {
  const told = [goal.activated('g1'), goal.checkedIn('g1', 'kr1', 40, '2026-05-01T09:00:00.000Z')];

  it('is what this program pins', () => {
    const lines = linesOf(copyOf(told), scope);
    const facts = lines[0]?.facts.map(({ position: _, place: __, ...fact }) => fact);
    expect(block('facts')).toEqual(facts);
    expect(block('manifest')).toEqual(manifestOf(copyOf(told), scope, after(told)));
  });

  it('is checked by the words of the page alone', () => {
    const facts = block('facts') as { stream: string; revision: number }[];
    const entry = {
      ...{ source: 'goals', stream: facts[0]?.stream, revision: facts.at(-1)?.revision },
      hash: sha256(facts),
    };
    expect(block('manifest')).toEqual({ hash: sha256([entry]), entries: [entry] });
  });
});
