import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goldenContract, storedFact } from '@plumbline/event-log/golden.contract';
import * as alignment from './alignment/alignment.histories.ts';
import * as experiment from './experiment/experiment.histories.ts';
import { goalAggregate, goalsCodec, newestVersions, type GoalsFact } from './facts.ts';
import * as the from './goal/goal.histories.ts';
import type { GoalFact } from './goal/goal.ts';
import * as kpi from './kpi/kpi.histories.ts';
import * as strategy from './strategy/strategy.histories.ts';

const examples: readonly GoalsFact[] = [
  ...[the.drafted, the.redrafted, the.activated, the.targetAmended, the.weightAmended],
  ...[the.periodAmended, the.cadenceAmended, the.reworded, the.keyResultAdded],
  ...[the.keyResultDropped, the.checkedIn, the.corrected, the.transferred, the.closed],
  ...[the.withdrawn, the.visibilityChanged, kpi.defined, kpi.redefined, kpi.measured],
  ...[strategy.published, strategy.revised, strategy.retired, strategy.raised],
  ...[alignment.aligned, alignment.unaligned, experiment.submitted, experiment.creditAmended],
  ...[experiment.started, experiment.concluded, experiment.settled, experiment.reused],
];

const folder = join(__dirname, '../golden');

goldenContract({ folder, codec: goalsCodec, newestVersions, examples });

describe('golden bytes of goals', () => {
  it('without the fields that came later read as public, of weight 1', () => {
    const body = readFileSync(join(folder, 'goals.GoalDrafted.v1.json'), 'utf8').trimEnd();
    const { fact } = goalsCodec.decode(storedFact(body));
    expect(fact).not.toHaveProperty('visibility');
    const { evolve, initial } = goalAggregate.decider;
    expect(evolve(initial, fact as GoalFact)).toMatchObject({ visibility: 'public', weight: 1 });
  });
});
