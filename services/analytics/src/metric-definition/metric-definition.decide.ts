import { never, reject, same, type Decider, type Decision } from '@plumbline/kernel';
import type * as Command from './metric-definition.commands.ts';
import type { MetricDefinitionCommand } from './metric-definition.commands.ts';
import { minNFloor, refuseFall, refuseName, refuseTerms } from './metric-definition.rules.ts';
import { versionsMax } from './metric-definition.rules.ts';
import { evolveDefinition, initialDefinition, termsOf } from './metric-definition.ts';
import type { DefinedMetric, MetricDefinition, Terms } from './metric-definition.ts';
import type { MetricDefinitionFact } from './metric-definition.ts';

type Decided = Decision<MetricDefinitionFact>;

export const metricDefinitionDecider: Decider<
  MetricDefinitionCommand,
  MetricDefinition,
  MetricDefinitionFact
> = {
  initial: initialDefinition,
  evolve: evolveDefinition,
  decide: (command, definition) => {
    if (definition.stage === 'defined' && definition.acts[command.act] === true) return [];
    switch (command.type) {
      case 'DefineMetric':
        return define(command, definition);
      case 'ReviseMetric':
        return revise(command, definition);
      default:
        return never(command);
    }
  },
};

function define(command: Command.DefineMetric, definition: MetricDefinition): Decided {
  if (definition.stage === 'defined') {
    return reject('metric/already-defined', 'There is a metric of this name. Revise it.', '/name');
  }
  const { formula, question, minN = minNFloor, dimensions } = command;
  const terms: Terms = { version: 1, formula, question, minN, dimensions };
  return refuseName(command.name) ?? refuseTerms(terms) ?? [defined(command, terms)];
}

/** Without a change there is no version. */
function revise(command: Command.ReviseMetric, definition: MetricDefinition): Decided {
  const refused = refuseName(command.name);
  if (refused !== undefined) return refused;
  if (definition.stage === 'none') {
    return reject('metric/not-found', 'There is no metric of this name.');
  }
  const before = newestOf(definition);
  const { formula, question, minN, dimensions } = { ...before, ...command };
  const terms: Terms = { version: before.version, formula, question, minN, dimensions };
  if (same(terms, termsOf(before))) return [];
  if (definition.versions.length >= versionsMax) {
    const detail = `It has ${versionsMax} versions. Define another metric.`;
    return reject('metric/too-many-versions', detail);
  }
  const next = { ...terms, version: before.version + 1 };
  return refuseTerms(next) ?? refuseFall(next, before) ?? [defined(command, next)];
}

function newestOf({ versions }: DefinedMetric): Terms {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('What is defined has a version.');
  return newest;
}

function defined({ act, name, at }: Command.Asked, terms: Terms): MetricDefinitionFact {
  return { type: 'MetricDefined', act, name, at, ...terms };
}
