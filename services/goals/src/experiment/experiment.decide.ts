import { clearText, isBlank, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import type * as Command from './experiment.commands.ts';
import type { ExperimentCommand } from './experiment.commands.ts';
import { refuseCredit, refuseEarlierThan, refuseResult, settled } from './experiment.rules.ts';
import { evolveIdea, initialIdea } from './experiment.ts';
import type { ExperimentFact, Idea, LiveIdea } from './experiment.ts';

export const experimentDecider: Decider<ExperimentCommand, Idea, ExperimentFact> = {
  initial: initialIdea,
  evolve: evolveIdea,
  decide: decideExperiment,
};

function decideExperiment(command: ExperimentCommand, idea: Idea): Decision<ExperimentFact> {
  if (command.type === 'SubmitIdea') return submit(command, idea);
  if (idea.stage === 'none') return reject('idea/not-found', 'There is no idea with this id.');
  if (idea.acts[command.act]) return []; // Already so: a retry is not an error.
  if (command.type === 'ReuseLesson') return reuse(command, idea);
  const early = refuseEarlierThan(idea.alteredAt, command.at);
  if (early !== undefined) return early;
  switch (command.type) {
    case 'AmendCredit':
      return amendCredit(command, idea);
    case 'StartExperiment':
      return start(command, idea);
    case 'ConcludeExperiment':
      return conclude(command, idea);
    case 'SettleIdea':
      return settle(command, idea);
    default:
      return never(command);
  }
}

function submit(command: Command.SubmitIdea, idea: Idea): Decision<ExperimentFact> {
  if (idea.stage !== 'none') {
    if (idea.acts[command.act]) return [];
    return reject('idea/already-submitted', 'There is an idea with this id.');
  }
  const { owner, credit, signalId, words } = command;
  const refused = refuseCredit(credit);
  if (refused !== undefined) return refused;
  const answered = signalId === undefined ? {} : { signalId };
  const text = clearText(owner, { ...words });
  return [{ type: 'IdeaSubmitted', ...placed(command), owner, ...answered, credit, text }];
}

/** Who had a part in an idea may come to light after its end. */
function amendCredit(command: Command.AmendCredit, idea: LiveIdea): Decision<ExperimentFact> {
  const { credit, reason } = command;
  const refused = refuseCredit(credit);
  if (refused !== undefined) return refused;
  const before = idea.credit;
  if (same(credit, before)) return [];
  const text = clearText(idea.owner, { reason });
  return [{ type: 'CreditAmended', ...placed(command), before, credit, text }];
}

function start(command: Command.StartExperiment, idea: LiveIdea): Decision<ExperimentFact> {
  const { hypothesis, until, words, at } = command;
  if (idea.experiment !== null) {
    if (same(hypothesis, idea.experiment.hypothesis)) return [];
    const detail = 'The hypothesis is fixed. Another one is another idea.';
    return reject('idea/hypothesis-fixed', detail, '/hypothesis');
  }
  if (idea.stage === 'settled') return settled(idea);
  if (until < at.slice(0, 10)) {
    const detail = 'The experiment would end before it starts. Give a later day.';
    return reject('idea/ends-before-it-starts', detail, '/until');
  }
  const text = clearText(idea.owner, { hypothesis: words.hypothesis });
  return [{ type: 'ExperimentStarted', ...placed(command), hypothesis, until, text }];
}

/** A failed experiment with a lesson is completed as any other. */
function conclude(command: Command.ConcludeExperiment, idea: LiveIdea): Decision<ExperimentFact> {
  const { outcome, value, lesson } = command;
  if (idea.experiment === null) {
    return reject('idea/not-tried', 'Start an experiment: its hypothesis comes before its result.');
  }
  const { hypothesis, result } = idea.experiment;
  if (result !== null) {
    if (result.outcome === outcome && result.value === value) return [];
    return reject('idea/concluded', `The experiment is concluded as ${result.outcome}.`);
  }
  if (isBlank(lesson)) {
    return reject('idea/lesson-missing', 'Say what was learnt, whatever came out.', '/lesson');
  }
  const refused = refuseResult(command, hypothesis);
  if (refused !== undefined) return refused;
  const text = clearText(idea.owner, { lesson });
  const told = { outcome, value, completed: true } as const;
  return [{ type: 'ExperimentConcluded', ...placed(command), ...told, text }];
}

function settle(command: Command.SettleIdea, idea: LiveIdea): Decision<ExperimentFact> {
  const { outcome, reason } = command;
  if (idea.stage === 'settled') return idea.outcome === outcome ? [] : settled(idea);
  if (idea.experiment !== null && idea.experiment.result === null) {
    return reject('idea/experiment-under-way', 'Conclude the experiment first, with its lesson.');
  }
  const text = clearText(idea.owner, { reason });
  return [{ type: 'IdeaSettled', ...placed(command), outcome, text }];
}

/** A lesson is reused at any time after it was learnt, also when the idea itself has ended. */
function reuse(command: Command.ReuseLesson, idea: LiveIdea): Decision<ExperimentFact> {
  const { by, at } = command;
  const result = idea.experiment?.result ?? null;
  if (result === null) {
    return reject('idea/no-lesson', 'No experiment with this idea is concluded yet.');
  }
  if ('idea' in by && by.idea === idea.ideaId) {
    return reject(
      'idea/reused-by-itself',
      'Name the goal or the other idea that reuses it.',
      '/by',
    );
  }
  if (idea.reusers.some((one) => same(one, by))) return [];
  const early = refuseEarlierThan(result.at, at);
  return early ?? [{ type: 'LessonReused', ...placed(command), by }];
}

function placed({ act, ideaId, at }: Command.Asked) {
  return { act, ideaId, at };
}
