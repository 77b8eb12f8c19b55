import { Anchor } from '@mantine/core';
import { Link as PageLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RollUp, ShownNode } from '../api/types.ts';
import { ProgressBar, StageBadge } from '../parts/figures.tsx';
import { OwnerLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import type { GoalSearch } from '../search.ts';
import { countText, shareText } from '../text/figures.ts';
import { perspectiveTexts } from './coverage.tsx';
import type { Link, MapEntry } from './map-tree.ts';
import classes from './map.module.css';

export const mapColumns = ['Goal', 'Owner', 'Stage', 'Own progress', 'From below', 'Depth'];

/** The cells of one line of the map; those that say nothing of it are null. */
export function mapCells(entry: MapEntry, times: GoalSearch): readonly ReactNode[] {
  const on = times.effectiveAt?.slice(0, 10);
  switch (entry.kind) {
    case 'strategy': {
      const { title, owner, progress, coverage } = entry.strategy;
      const themes = `${entry.themes} ${entry.themes === 1 ? 'theme' : 'themes'}`;
      return [
        <Named key="name" kind="Strategy" sub={`${themes} · ${coverText(coverage)}`}>
          <Said text={title} missing="Untitled strategy" />
        </Named>,
        owner === null ? null : <OwnerLink key="owner" owner={owner} on={on} />,
        null,
        null,
        <ProgressBar key="progress" figure={progress} label={`Progress of ${mapName(entry)}`} />,
        null,
      ];
    }
    case 'theme': {
      const { name, perspective, weight, coverage, rolledUp } = entry.theme;
      const goals = `${entry.goals} ${entry.goals === 1 ? 'goal' : 'goals'}`;
      const weighs = `weight ${new Intl.NumberFormat().format(weight)}`;
      const sub = `${perspectiveTexts[perspective]} · ${weighs} · ${goals} · ${coverText(coverage)}`;
      return [
        <Named key="name" kind="Theme" sub={sub}>
          <Said text={name} missing="Unnamed theme" />
        </Named>,
        ...[null, null, null],
        <FromBelow key="below" rolledUp={rolledUp} name={mapName(entry)} />,
        null,
      ];
    }
    case 'hidden':
      return [
        <Named key="name" sub={linkText(entry.link)}>
          <em>A private goal, hidden from you</em>
        </Named>,
        ...[null, null, null, null, null],
      ];
    case 'goal':
      return goalCells(entry, times, on);
  }
}

function goalCells(
  entry: MapEntry & { kind: 'goal' },
  times: GoalSearch,
  on: string | undefined,
): readonly ReactNode[] {
  const { goal, link, parents } = entry;
  const { asOf, effectiveAt } = times;
  const then = asOf !== undefined ? { asOf } : effectiveAt !== undefined ? { effectiveAt } : {};
  const several = parents > 1 ? `one of its ${parents} places` : '';
  const sub = [linkText(link), several, goal.period].filter((one) => one !== '').join(' · ');
  return [
    <Named key="name" sub={sub}>
      <Anchor
        inherit
        className={classes.goalLink}
        renderRoot={(props) => (
          <PageLink to="/goals/$goalId" params={{ goalId: goal.id }} search={then} {...props} />
        )}
      >
        <Said text={goal.title} missing="Untitled goal" />
      </Anchor>
    </Named>,
    <OwnerLink key="owner" owner={goal.owner} on={on} />,
    <GoalBadges key="stage" goal={goal} />,
    <ProgressBar
      key="progress"
      figure={goal.progress}
      label={`Progress of ${mapName(entry)}`}
      {...(goal.progress.n === 0 ? {} : { counted: `n = ${goal.progress.n}` })}
    />,
    <FromBelow key="below" rolledUp={goal.rolledUp} name={mapName(entry)} />,
    goal.depth === null ? null : (
      <span key="depth" className="pl-number">
        {goal.depth}
      </span>
    ),
  ];
}

interface NamedProps {
  readonly kind?: string;
  readonly sub: string;
  readonly children: ReactNode;
}

function Named({ kind, sub, children }: NamedProps) {
  return (
    <>
      <span className={kind === undefined ? classes.goalName : classes.name}>
        {kind === undefined ? null : <span className={classes.kind}>{kind}</span>} {children}
      </span>
      {sub === '' ? null : <span className={classes.sub}>{sub}</span>}
    </>
  );
}

function GoalBadges({ goal: { stage, visibility, status } }: { readonly goal: ShownNode }) {
  return (
    <span className={classes.badges}>
      <StageBadge stage={stage} />
      {visibility === 'private' ? <span className={classes.badge}>Private</span> : null}
      {stage === 'active' && status !== 'aligned' ? (
        <span className={classes.warning}>{statusTexts[status]}</span>
      ) : null}
    </span>
  );
}

const statusTexts: Readonly<Record<Exclude<ShownNode['status'], 'aligned'>, string>> = {
  orphan: 'Orphan',
  unconnected: 'Unconnected',
  unaligned: 'Unaligned',
};

/** Progress as it comes from below; nothing where nothing contributes. */
function FromBelow({ rolledUp, name }: { readonly rolledUp: RollUp; readonly name: string }) {
  const { of, n, method } = rolledUp;
  if (of === 0) return <span className={classes.dim}>nothing contributes</span>;
  const way = method === 'additive' ? ', added up' : method === 'mean' ? ', mean by share' : '';
  return (
    <ProgressBar
      figure={rolledUp}
      label={`Progress from below of ${name}`}
      counted={`${countText(n, of, 'contributor')}${way}`}
    />
  );
}

function linkText(link: Link | undefined): string {
  if (link === undefined) return '';
  if (link.mode === 'supports') return 'supports';
  return link.share === null ? 'contributes' : `contributes ${shareText(link.share)}`;
}

function coverText({ value, n }: { readonly value: number | null; readonly n: number }): string {
  return value === null ? 'no active goal' : `covers ${shareText(value)} of ${n} active`;
}

/** The name of a line in plain text. */
export function mapName(entry: MapEntry): string {
  switch (entry.kind) {
    case 'strategy':
      return entry.strategy.title ?? 'the strategy';
    case 'theme':
      return entry.theme.name ?? 'the theme';
    case 'goal':
      return entry.goal.title ?? 'the goal';
    case 'hidden':
      return 'a hidden goal';
  }
}
