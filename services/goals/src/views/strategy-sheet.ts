import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { GoalsFact } from '../facts.ts';
import type { SignalKind, StrategyFact } from '../strategy/strategy.ts';
import type { MapStrategy, MapTheme } from './alignment-map.graph.ts';

/** A strategy as it stands, with its themes, what was revised, and the signals that were raised. */
export interface StrategySheet extends MapStrategy, Quoting {
  readonly owner: string;
  readonly title: Said | null;
  readonly themes: readonly ThemeLine[];
  readonly publishedAt: Instant;
  readonly retired: RevisionLine | null;
  readonly revisions: readonly RevisionLine[];
  readonly signals: readonly SignalOfStrategy[];
  readonly revision: number;
}

export interface ThemeLine extends MapTheme {
  readonly name: Said | null;
}

export interface RevisionLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export interface SignalOfStrategy {
  readonly signalId: string;
  readonly kind: SignalKind;
  /** The theme that it touches; null where it touches the whole. */
  readonly themeId: string | null;
  readonly raisedAt: Instant;
  readonly by: Actor;
  readonly what: Said | null;
}

export const strategySheet: View<StrategySheet, GoalsFact> = {
  name: 'strategy-sheet',
  version: 1,
  context: 'goals',
  keys: ({ fact }) => (isOfStrategy(fact) ? [fact.strategyId] : []),
  fold: (sheet, recorded) => {
    return isOfStrategy(recorded.fact)
      ? foldStrategy(sheet, recorded as Recorded<StrategyFact>)
      : sheet;
  },
  index: (sheet) => ({ owner: sheet.owner, signal: sheet.signals.map((one) => one.signalId) }),
};

function isOfStrategy(fact: GoalsFact): fact is StrategyFact {
  return 'strategyId' in fact;
}

function foldStrategy(
  sheet: StrategySheet | undefined,
  recorded: Recorded<StrategyFact>,
): StrategySheet | undefined {
  const { fact, id, revision, actor } = recorded;
  if (fact.type === 'StrategyPublished') return published(fact, id, revision);
  if (sheet === undefined) return undefined;
  const { at } = fact;
  const texts = withText(sheet.texts, id, fact.text);
  const heard = { ...sheet, texts, revision };
  switch (fact.type) {
    case 'StrategyRevised': {
      const reason = quote(id, fact.text, 'reason');
      const revisions = [...sheet.revisions, { at, by: actor, reason }];
      return { ...heard, ...planOf(fact, id, sheet), revisions };
    }
    case 'StrategyRetired':
      return {
        ...heard,
        retiredOn: fact.on,
        retired: { at, by: actor, reason: quote(id, fact.text, 'reason') },
      };
    case 'StrategySignalRaised': {
      const { signalId, kind, themeId } = fact;
      const what = quote(id, fact.text, 'what');
      const signal = { signalId, kind, themeId, raisedAt: at, by: actor, what };
      return { ...heard, signals: [...sheet.signals, signal] };
    }
  }
}

function published(
  fact: StrategyFact & { type: 'StrategyPublished' },
  id: string,
  revision: number,
): StrategySheet {
  return {
    strategyId: fact.strategyId,
    ...planOf(fact, id, undefined),
    publishedAt: fact.at,
    retiredOn: null,
    retired: null,
    revisions: [],
    signals: [],
    revision,
    texts: withText({}, id, fact.text),
  };
}

/** What a revision does not say again keeps the words that it had. */
function planOf(
  fact: StrategyFact & { type: 'StrategyPublished' | 'StrategyRevised' },
  id: string,
  before: StrategySheet | undefined,
) {
  const { owner, from, until, text } = fact;
  const themes = fact.themes.map((theme): ThemeLine => {
    const known = before?.themes.find((one) => one.id === theme.id)?.name ?? null;
    return { ...theme, name: quote(id, text, `theme.${theme.id}`) ?? known };
  });
  return { owner, from, until, themes, title: quote(id, text, 'title') ?? before?.title ?? null };
}
