import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usageError } from '../exit.ts';
import type { Mapping, Product } from './mapping.ts';
import { parseMapping } from './mapping.parse.ts';

/** The verbs of an import, and what the mapping of each may produce. */
export const importVerbs = {
  goals: ['goals'],
  measurements: ['measurements'],
  people: ['structure', 'people'],
  'customer-responses': ['customer-responses'],
  reviews: ['reviews'],
} as const satisfies Readonly<Record<string, readonly Product[]>>;

export type Imported = keyof typeof importVerbs;

/** Reads the mapping that a verb is given, or says what is wrong with it. */
export function loadMapping(what: Imported, path: string): { mapping: Mapping; hash: string } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError('mapping/unreadable', `The mapping: ${(error as Error).message}`);
  }
  const mapping = parseMapping(text);
  if (!('produces' in mapping)) {
    const details = mapping.map(({ at, why }) => `${at === '' ? '/' : at} ${why}`);
    throw usageError('mapping/not-valid', `The mapping ${path} is not valid.`, details);
  }
  const may: readonly Product[] = importVerbs[what];
  if (!may.includes(mapping.produces)) {
    throw usageError(
      'mapping/of-another-kind',
      `The mapping produces ${mapping.produces}; import ${what} takes ${may.join(' or ')}.`,
    );
  }
  return { mapping, hash: createHash('sha256').update(text).digest('hex') };
}
