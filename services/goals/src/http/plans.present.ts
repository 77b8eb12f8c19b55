import type { Day } from '@plumbline/kernel';
import { withRefs } from '@plumbline/views';
import type { AlignmentLine } from '../views/alignment-edge.ts';
import { stateOf, type IdeaSheet } from '../views/idea-sheet.ts';
import type { StrategySheet } from '../views/strategy-sheet.ts';
import type { AlignmentWith, GoalAlignments } from '../plans.queries.ts';

/** Strategies, alignments and ideas as readers see them, with references for what was written. */
export function strategyDetail(sheet: StrategySheet, on: Day) {
  const { strategyId: id, owner, title, from, until, retiredOn, publishedAt } = sheet;
  const detail = {
    ...{ id, owner, title, from, until, retiredOn, publishedAt, state: strategyState(sheet, on) },
    themes: sheet.themes.map(({ id, name, perspective, weight }) => {
      return { id, name, perspective, weight };
    }),
    ...{ revisions: sheet.revisions, retired: sheet.retired },
    signals: sheet.signals.map(({ signalId, kind, themeId, raisedAt, by, what }) => {
      return { id: signalId, kind, themeId, raisedAt, by, what };
    }),
    revision: sheet.revision,
  };
  return withRefs(detail, sheet.texts);
}

function strategyState({ from, until, retiredOn }: StrategySheet, on: Day) {
  if (retiredOn !== null && retiredOn <= on) return 'retired';
  return spanState({ from, until }, on);
}

function spanState({ from, until }: Pick<AlignmentLine, 'from' | 'until'>, on: Day) {
  if (until !== null && until <= on) return 'ended';
  return from <= on ? 'in-force' : 'planned';
}

export function goalAlignments({ parents, children }: GoalAlignments, on: Day) {
  return {
    parents: parents.map((one) => ({ parent: one.line.parent, ...alignmentOf(one, on) })),
    children: children.map((one) => ({ child: one.line.child, ...alignmentOf(one, on) })),
  };
}

/**
 * One alignment with its other end: its title and owner where the caller may see them. The words
 * of an end are those of the child's owner, and hidden with the child.
 */
function alignmentOf({ line, goal, strategy }: AlignmentWith, on: Day) {
  const { alignmentId: id, mode, share, from, until, reason, texts, parent } = line;
  const seen = goal ?? strategy;
  const isHidden = seen === undefined;
  const words = isHidden ? null : withRefs(titleOf(line, goal, strategy), seen.texts);
  return {
    ...{ id, mode, share, from, until, state: spanState(line, on) },
    ...{ owner: seen?.owner ?? null, title: words, hidden: isHidden && 'goal' in parent },
    reason: isHidden ? null : withRefs(reason, texts),
  };
}

function titleOf(
  { parent }: AlignmentLine,
  goal: AlignmentWith['goal'],
  strategy: AlignmentWith['strategy'],
) {
  if (goal !== undefined) return goal.title;
  const theme = 'goal' in parent ? undefined : parent.theme;
  return strategy?.themes.find((one) => one.id === theme)?.name ?? null;
}

export function ideaDetail(sheet: IdeaSheet) {
  const { ideaId: id, owner, credit, signalId, title, description, submittedAt } = sheet;
  const { settled, creditAmendments, reuses, revision } = sheet;
  const detail = {
    ...{ id, owner, credit, signalId, state: stateOf(sheet), title, description, submittedAt },
    ...{ experiment: experimentOf(sheet), settled, creditAmendments, reuses, revision },
  };
  return withRefs(detail, sheet.texts);
}

function experimentOf({ experiment }: IdeaSheet) {
  if (experiment === null) return null;
  const { startedAt, hypothesis, until, words, concluded } = experiment;
  return { startedAt, hypothesis, statement: words, until, concluded };
}
