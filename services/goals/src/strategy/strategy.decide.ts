import { clearText, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import type * as Command from './strategy.commands.ts';
import type { StrategyCommand } from './strategy.commands.ts';
import { evolveStrategy, initialStrategy, planOf } from './strategy.ts';
import type { LiveStrategy, Strategy, StrategyFact, StrategyPlan } from './strategy.ts';

export const themesMax = 32;

export const strategyDecider: Decider<StrategyCommand, Strategy, StrategyFact> = {
  initial: initialStrategy,
  evolve: evolveStrategy,
  decide: decideStrategy,
};

function decideStrategy(command: StrategyCommand, strategy: Strategy): Decision<StrategyFact> {
  if (command.type === 'PublishStrategy') return publish(command, strategy);
  if (strategy.stage === 'none') {
    return reject('strategy/not-found', 'There is no strategy with this id.');
  }
  if (strategy.acts[command.act]) return []; // Already so: a retry is not an error.
  if (command.at < strategy.publishedAt) {
    return reject(
      'strategy/before-its-publication',
      `The strategy is published since ${strategy.publishedAt}. Give that time or a later one.`,
      '/effectiveAt',
    );
  }
  switch (command.type) {
    case 'ReviseStrategy':
      return revise(command, strategy);
    case 'RetireStrategy':
      return retire(command, strategy);
    case 'RaiseSignal':
      return raise(command, strategy);
    default:
      return never(command);
  }
}

function publish(command: Command.PublishStrategy, strategy: Strategy): Decision<StrategyFact> {
  if (strategy.stage !== 'none') {
    if (strategy.acts[command.act]) return [];
    return reject('strategy/already-published', 'This strategy exists. Revise it.');
  }
  const refused = refusePlan(command);
  if (refused !== undefined) return refused;
  const { act, strategyId, at, owner } = command;
  const text = clearText(owner, command.words);
  const placed = { act, strategyId, at, owner };
  return [{ type: 'StrategyPublished', ...placed, ...planOf(command), text }];
}

function revise(command: Command.ReviseStrategy, strategy: LiveStrategy): Decision<StrategyFact> {
  if (strategy.stage === 'retired') return retired(strategy);
  const early = refuseEarlier(command, strategy);
  if (early !== undefined) return early;
  const before = planOf(strategy);
  const { from = before.from, until = before.until, themes = before.themes } = command;
  const plan = { from, until, themes };
  const isWorded = Object.values(command.words).some((words) => words !== undefined);
  if (same(plan, before) && !isWorded) return [];
  const refused = refusePlan(plan);
  if (refused !== undefined) return refused;
  const { owner } = strategy;
  const text = clearText(owner, { ...command.words, reason: command.reason });
  return [{ type: 'StrategyRevised', ...placed(command), owner, ...plan, before, text }];
}

function retire(command: Command.RetireStrategy, strategy: LiveStrategy): Decision<StrategyFact> {
  const { on, reason } = command;
  if (strategy.stage === 'retired') return strategy.retiredOn === on ? [] : retired(strategy);
  const early = refuseEarlier(command, strategy);
  if (early !== undefined) return early;
  if (on < strategy.from) {
    const detail = `The strategy holds from ${strategy.from}. Give that day or a later one.`;
    return reject('strategy/retired-before-it-starts', detail, '/on');
  }
  const text = clearText(strategy.owner, { reason });
  return [{ type: 'StrategyRetired', ...placed(command), on, text }];
}

/** A signal may be told late: it changes no plan, and plans are measured from its own time. */
function raise(command: Command.RaiseSignal, strategy: LiveStrategy): Decision<StrategyFact> {
  const { act: signalId, kind, themeId, what } = command;
  if (strategy.retiredOn !== null && command.at.slice(0, 10) >= strategy.retiredOn) {
    return retired(strategy);
  }
  if (themeId !== null && !strategy.themes.some((one) => one.id === themeId)) {
    return reject('strategy/unknown-theme', `No theme "${themeId}".`, '/themeId');
  }
  const text = clearText(strategy.owner, { what });
  const signal = { signalId, kind, themeId };
  return [{ type: 'StrategySignalRaised', ...placed(command), ...signal, text }];
}

function refusePlan({ from, until, themes }: StrategyPlan): Rejection | undefined {
  if (until !== null && until <= from) {
    const detail = 'The strategy would hold on no day. Give a day after its first one.';
    return reject('strategy/ends-before-it-starts', detail, '/until');
  }
  if (themes.length === 0) {
    return reject('strategy/no-themes', 'Goals are aligned to themes: give one.', '/themes');
  }
  if (themes.length > themesMax) {
    return reject('strategy/too-many-themes', `At most ${themesMax} themes.`, '/themes');
  }
  if (new Set(themes.map((one) => one.id)).size < themes.length) {
    return reject('strategy/theme-twice', 'Theme ids must differ.', '/themes');
  }
  const weightless = themes.findIndex((one) => !(one.weight > 0));
  if (weightless < 0) return undefined;
  const field = `/themes/${weightless}/weight`;
  return reject('strategy/weight-not-positive', 'Give a weight above 0.', field);
}

/** Changes of the plan come in the order of their times: an older one would hide a newer. */
function refuseEarlier({ at }: Command.Asked, strategy: LiveStrategy): Rejection | undefined {
  if (at >= strategy.alteredAt) return undefined;
  return reject(
    'strategy/before-its-latest-change',
    `A change since ${strategy.alteredAt} is recorded already. Give that time or a later one.`,
    '/effectiveAt',
  );
}

function placed({ act, strategyId, at }: Command.Asked) {
  return { act, strategyId, at };
}

function retired({ retiredOn }: LiveStrategy): Rejection {
  return reject('strategy/retired', `The strategy is retired from ${retiredOn}.`);
}
