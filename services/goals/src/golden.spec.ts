import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import * as alignment from './alignment/alignment.histories.ts';
import * as experiment from './experiment/experiment.histories.ts';
import { goalAggregate, goalsCodec, newestVersions, type GoalsFact } from './facts.ts';
import * as the from './goal/goal.histories.ts';
import type { GoalFact } from './goal/goal.ts';
import * as kpi from './kpi/kpi.histories.ts';
import * as strategy from './strategy/strategy.histories.ts';

/**
 * Bytes of every version of every fact that was ever released. They are written once, when a
 * version is new, and must be read for ever: a file here is never changed and never removed.
 */
const folder = join(__dirname, '../golden');
const released = readdirSync(folder).filter((name) => name.endsWith('.json'));

const examples: readonly GoalsFact[] = [
  ...[the.drafted, the.redrafted, the.activated, the.targetAmended, the.weightAmended],
  ...[the.periodAmended, the.cadenceAmended, the.reworded, the.keyResultAdded],
  ...[the.keyResultDropped, the.checkedIn, the.corrected, the.transferred, the.closed],
  ...[the.withdrawn, the.visibilityChanged, kpi.defined, kpi.redefined, kpi.measured],
  ...[strategy.published, strategy.revised, strategy.retired, strategy.raised],
  ...[alignment.aligned, alignment.unaligned, experiment.submitted, experiment.creditAmended],
  ...[experiment.started, experiment.concluded, experiment.settled, experiment.reused],
];

const storedOf = (body: string): StoredFact => {
  const { id, type, tenant, stream } = JSON.parse(body) as StoredFact;
  const place = { revision: 0, position: '0' as Position, recordedAt: 0 };
  return { id, type, tenant, stream, ...place, body, bodyHash: hash('sha256', body, 'hex') };
};

describe('golden bytes', () => {
  it('are there for every version of every fact', () => {
    const wanted = Object.entries(newestVersions).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, older) => `goals.${type}.v${older + 1}.json`),
    );
    expect(wanted.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    expect(released.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(released)('%s is canonical, and is read as the fact that it was', (name) => {
    const body = readFileSync(join(folder, name), 'utf8').trimEnd();
    expect(canonicalJson(JSON.parse(body))).toBe(body);
    const { fact } = goalsCodec.decode(storedOf(body));
    const example = examples.find((one) => one.type === fact.type);
    const { text, ...data } = { text: undefined, ...example };
    expect(fact).toMatchObject(JSON.parse(JSON.stringify(data)) as object);
    if (text !== undefined && 'fields' in text) {
      const has = Object.keys(text.fields).toSorted();
      expect(fact).toMatchObject({ text: { of: text.of, has } });
    }
  });

  it('of goals without the fields that came later read as public, of weight 1', () => {
    const body = readFileSync(join(folder, 'goals.GoalDrafted.v1.json'), 'utf8').trimEnd();
    const { fact } = goalsCodec.decode(storedOf(body));
    expect(fact).not.toHaveProperty('visibility');
    const { evolve, initial } = goalAggregate.decider;
    expect(evolve(initial, fact as GoalFact)).toMatchObject({ visibility: 'public', weight: 1 });
  });
});
