import { clearText, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import type * as Command from './service-level.commands.ts';
import type { ServiceLevelCommand } from './service-level.commands.ts';
import { nameLengthMax, reasonLengthMax, refuseTerms } from './service-level.rules.ts';
import { refuseText, versionsMax } from './service-level.rules.ts';
import { evolveLevel, initialLevel } from './service-level.ts';
import type { DefinedLevel, ServiceLevel, ServiceLevelFact } from './service-level.ts';

type Decided = Decision<ServiceLevelFact>;

export const serviceLevelDecider: Decider<ServiceLevelCommand, ServiceLevel, ServiceLevelFact> = {
  initial: initialLevel,
  evolve: evolveLevel,
  decide: decideLevel,
};

function decideLevel(command: ServiceLevelCommand, level: ServiceLevel): Decided {
  if (level.stage === 'defined' && level.acts[command.act] === true) return []; // Already so.
  switch (command.type) {
    case 'DefineServiceLevel':
      return define(command, level);
    case 'ReviseServiceLevel':
      return revise(command, level);
    default:
      return never(command);
  }
}

function define(command: Command.DefineServiceLevel, level: ServiceLevel): Decided {
  if (level.stage === 'defined') {
    const detail = 'There is a service level with this id. Revise it.';
    return reject('service-level/already-defined', detail);
  }
  const { targets, opening, words } = command;
  const refused = refuseText(words.name, nameLengthMax, '/name') ?? refuseTerms(command);
  const text = textOf(command);
  return (
    refused ?? [
      { type: 'ServiceLevelDefined', ...placed(command), version: 1, targets, opening, text },
    ]
  );
}

/** Without a change there is no version: what was promised then is promised still. */
function revise(command: Command.ReviseServiceLevel, level: ServiceLevel): Decided {
  if (level.stage === 'none') {
    return reject('service-level/not-found', 'There is no service level with this id.');
  }
  const newest = newestOf(level);
  const refused = refuseEarlier(command, newest.since) ?? refuseWords(command.words);
  if (refused !== undefined) return refused;
  const { targets = newest.targets, opening = newest.opening, words } = command;
  const isSame = same(targets, newest.targets) && same(opening, newest.opening);
  if (isSame && words.name === undefined) return [];
  if (level.versions.length >= versionsMax) {
    const detail = `It has ${versionsMax} versions. Define a new service level.`;
    return reject('service-level/too-many-versions', detail);
  }
  const version = newest.version + 1;
  const text = textOf(command);
  return (
    refuseTerms({ targets, opening }) ?? [
      { type: 'ServiceLevelRevised', ...placed(command), version, targets, opening, text },
    ]
  );
}

function newestOf({ versions }: DefinedLevel) {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('What is defined has a version.');
  return newest;
}

function refuseEarlier({ at }: Command.Asked, since: string): Rejection | undefined {
  if (at >= since) return undefined;
  const detail = `Its newest version holds since ${since}. Give that time or a later one.`;
  return reject('service-level/before-its-latest-version', detail, '/effectiveAt');
}

function refuseWords({ name, reason }: Command.ReviseServiceLevel['words']) {
  return (
    refuseText(reason, reasonLengthMax, '/reason') ??
    (name === undefined ? undefined : refuseText(name, nameLengthMax, '/name'))
  );
}

function textOf({ serviceLevelId, words }: ServiceLevelCommand) {
  return clearText(`service-level:${serviceLevelId}`, { ...words });
}

function placed({ act, serviceLevelId, at }: Command.Asked) {
  return { act, serviceLevelId, at };
}
