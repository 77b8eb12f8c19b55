import { clearText, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import type { Asked, DefineProgramme, ProgrammeCommand } from './programme.commands.ts';
import type { ReviseProgramme } from './programme.commands.ts';
import { refuseReason, refuseTerms, refuseWords } from './programme.rules.ts';
import { evolveProgramme, initialProgramme, termsOf } from './programme.ts';
import type { LiveProgramme, Programme, ProgrammeFact } from './programme.ts';

/** The programme speaks for the company: its words are sealed under this subject, not a person. */
export const programmeSubject = 'programme:main';

export const programmeDecider: Decider<ProgrammeCommand, Programme, ProgrammeFact> = {
  initial: initialProgramme,
  evolve: evolveProgramme,
  decide: decideProgramme,
};

function decideProgramme(command: ProgrammeCommand, programme: Programme): Decision<ProgrammeFact> {
  if (programme.stage === 'defined' && programme.acts[command.act] === true) return []; // A retry.
  switch (command.type) {
    case 'DefineProgramme':
      return define(command, programme);
    case 'ReviseProgramme':
      return revise(command, programme);
    default:
      return never(command);
  }
}

function define(command: DefineProgramme, programme: Programme): Decision<ProgrammeFact> {
  if (programme.stage === 'defined') {
    return reject('programme/already-defined', 'There is a programme. Revise it.');
  }
  const terms = termsOf(command);
  const refused = refuseTerms(terms) ?? refuseWords(command.words, [], namedBy(terms));
  if (refused !== undefined) return refused;
  const text = clearText(programmeSubject, command.words);
  return [{ type: 'ProgrammeDefined', ...placed(command), ...terms, text }];
}

function revise(command: ReviseProgramme, programme: Programme): Decision<ProgrammeFact> {
  if (programme.stage === 'none') {
    return reject('programme/not-found', 'There is no programme yet. Define it.');
  }
  const before = termsOf(programme);
  const { values = before.values, rewards = before.rewards, words, reason } = command;
  const { monthlyAllowance = before.monthlyAllowance } = command;
  const { pointsPerRecognitionMax = before.pointsPerRecognitionMax } = command;
  const terms = { values, monthlyAllowance, pointsPerRecognitionMax, rewards };
  const isWorded = Object.values(words).some((one) => one !== undefined);
  if (same(terms, before) && !isWorded) return [];
  const refused =
    refuseEarlier(command, programme) ??
    refuseTerms(terms) ??
    refuseWords(words, knownFields(programme), namedBy(terms)) ??
    refuseReason(reason);
  if (refused !== undefined) return refused;
  const text = clearText(programmeSubject, { ...words, reason });
  return [{ type: 'ProgrammeRevised', ...placed(command), ...terms, before, text }];
}

/** Changes come in the order of their times: an older one, told later, would hide a newer. */
function refuseEarlier({ at }: Asked, { alteredAt }: LiveProgramme): Rejection | undefined {
  if (at >= alteredAt) return undefined;
  return reject(
    'programme/before-its-latest-change',
    `Terms that hold since ${alteredAt} are recorded already. Give that time or a later one.`,
    '/effectiveAt',
  );
}

function knownFields({ knownValues, knownRewards }: LiveProgramme): readonly string[] {
  return namedBy({ values: knownValues, rewards: knownRewards });
}

/** The fields of the names of values and rewards. */
function namedBy({
  values,
  rewards,
}: Pick<LiveProgramme, 'values' | 'rewards'>): readonly string[] {
  return [...values.map((id) => `value.${id}`), ...rewards.map(({ id }) => `reward.${id}`)];
}

function placed({ act, programmeId, at }: Asked) {
  return { act, programmeId, at };
}
