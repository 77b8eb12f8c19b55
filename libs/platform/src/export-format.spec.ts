import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chained, createTally, emptyTally, examined } from './export-format.ts';
import { exportFileBytesMax, exportFormat, exportLineBytesMax } from './export-format.ts';
import { factLine, keyLine, readFactLine, readKeyLine } from './export-lines.ts';

/** `docs/format/export.md` is what others implement: its example is checked, and nothing else. */
const page = readFileSync(resolve(__dirname, '../../../docs/format/export.md'), 'utf8');

function block(name: string): string {
  const [, content] = new RegExp(`^\`\`\`\\w+ ${name}\n(.*?)\n\`\`\`$`, 'ms').exec(page) ?? [];
  if (content === undefined) throw new Error(`The page has no block "${name}".`);
  return content;
}

function exampleFact() {
  const read = readFactLine(block('fact'));
  const one = read && examined(read.fact);
  if (one === undefined || typeof one === 'string') throw new Error(one ?? 'It is no line.');
  return { one, leaf: read?.leaf };
}

describe('the worked example of an export', () => {
  it('has a fact that is sound, and is written so', () => {
    const { one, leaf } = exampleFact();
    expect(one.leaf).toBe(leaf);
    expect(factLine(one)).toBe(block('fact'));
  });

  it('has the chain of its only fact', () => {
    const { one } = exampleFact();
    const tally = createTally(emptyTally);
    tally.add(one, true);
    expect(tally.now()).toMatchObject({ facts: 1, commands: 1, chain: block('chain') });
    expect(chained(block('chain'), one.leaf)).not.toBe(block('chain'));
  });

  it.each(['key', 'destroyed'])('has a line of a %s', (name) => {
    const entry = readKeyLine(block(name));
    expect(entry && keyLine(entry)).toBe(block(name));
  });

  it('has the limits and names of this program', () => {
    expect(page).toContain(`\`${exportFormat}\``);
    expect(page).toContain(`${exportFileBytesMax / 1_048_576} MiB; a command`);
    expect(page).toContain(`at most ${exportLineBytesMax / 1_048_576} MiB`);
  });
});

describe('a line of an export', () => {
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no body', '{"position":"1"}'],
    ['a revision below 0', block('fact').replace('"revision":2', '"revision":-1')],
    ['a time in words', block('fact').replace('1738663200000', '"soon"')],
    ['a sealed part of another kind', block('fact').replace(/"sealed":"[^"]*"/, '"sealed":7')],
  ])('is no fact: %s', (_, line) => {
    expect(readFactLine(line)).toBeUndefined();
  });

  it.each([
    ['nothing of the key', '{"tenant":"acme","subject":"person:ada"}'],
    ['both', '{"tenant":"acme","subject":"person:ada","wrapped":"AA==","destroyed":true}'],
    ['not destroyed', '{"tenant":"acme","subject":"person:ada","destroyed":false}'],
    ['no subject', '{"tenant":"acme","wrapped":"AA=="}'],
  ])('is no key: %s', (_, line) => {
    expect(readKeyLine(line)).toBeUndefined();
  });
});
