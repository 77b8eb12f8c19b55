import type { ShownFigure } from './evidence.customers.ts';
import type { Explained, ExplainedPart } from './evidence.explain.ts';
import { numberIn, percentIn, type Block, type RenderedDocument } from './rendered.blocks.ts';
import type {
  RatingStep,
  RenderedEvidence,
  RenderedItem,
  RenderedReview,
  RenderedSection,
} from './rendered.model.ts';
import type { Pinned } from './review/review.ts';

/** A review whose words were opened for whoever reads it. */
export type OpenedReview = RenderedReview<string | null>;

const withheldAs = {
  'too-few': 'there are too few of them',
  'not-all-in': 'not all of them are in',
  'not-alike': 'of what not all of them have answered it could be told who they are',
} as const;

/** The review as a document of headings, words and tables; of nothing but what is in it. */
export function documentOf(review: OpenedReview): RenderedDocument {
  const { subject, cycleId, period, title, revision } = review;
  const heading = `${title ?? 'Review'}: ${subject}, ${period.from} to ${period.to}`;
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: heading },
    factsOf(review),
    ...review.sections.flatMap(sectionBlocks),
    ...review.withheld.map(({ role, why }): Block => {
      const text = `What ${role} reviewers gave is not shown: ${withheldAs[why]}.`;
      return { kind: 'words', text };
    }),
    ...(review.ratings === null ? [] : ratingBlocks(review.ratings)),
    ...(review.score === null ? [] : scoreBlocks(review.score)),
    ...(review.evidence === null ? [] : evidenceBlocks(review.evidence)),
    ...outcomeBlocks(review),
  ];
  const of = revision === null ? '' : `, revision ${revision}`;
  const name = `Review of ${subject}, cycle ${cycleId}${of}`;
  return { title: name, language: 'en', blocks };
}

function factsOf(review: OpenedReview): Block {
  const { cycleId, stage, revision, job, pinned, upTo } = review;
  const versionOf = ({ id, version, hash }: Pinned) => `${id}, version ${version}, ${hash}`;
  const rows = [
    ['Review', review.reviewId],
    ['Cycle', cycleId],
    ...(job === null ? [] : [['Job', job]]),
    ...(stage === null ? [] : [['Stage', stage]]),
    ...(revision === null ? [] : [['Revision', String(revision)]]),
    ['Read up to', `fact ${upTo.fact}, revision ${upTo.revision} of its stream, ${upTo.at}`],
    ...(pinned === null
      ? []
      : [
          ['Evidence pinned', `as of ${pinned.asOf}, by fact ${pinned.fact}, ${pinned.evidence}`],
          ['Template', versionOf(pinned.template)],
          ['Rule pack', versionOf(pinned.pack)],
        ]),
    ...review.accountable.map(({ manager, from, to, days, sealed }) => {
      const how = sealed === null ? '' : `, sealed as ${sealed}`;
      return ['Answered for by', `${manager}, ${from} to ${to}, ${days} days${how}`];
    }),
  ];
  return { kind: 'table', caption: 'What this is', columns: ['What', 'Value'], rows };
}

function sectionBlocks(section: RenderedSection<string | null>): readonly Block[] {
  const { role, author, by, at, items, evidence } = section;
  const who = author === null ? 'not named' : author;
  const lent = by !== null && by !== author ? `, written by ${by}` : '';
  const when = at === null ? '' : `, ${at}`;
  const rated = items.filter(({ rating }) => rating !== null);
  const rows = rated.map((item) => [nameOf(item), numberIn(item.rating)]);
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: `Section: ${role}, ${who}${lent}${when}` },
  ];
  const columns = ['Asked', 'Rating'];
  if (rows.length > 0) blocks.push({ kind: 'table', caption: 'Ratings', columns, rows });
  for (const item of items.filter(({ isWritten }) => isWritten)) {
    blocks.push({ kind: 'heading', level: 3, text: nameOf(item) });
    blocks.push({ kind: 'words', text: item.text ?? '[erased]', quoted: true });
  }
  if (evidence.length > 0) blocks.push({ kind: 'list', items: evidence });
  return blocks;
}

function nameOf({ item, label }: RenderedItem<string | null>): string {
  return label === null ? item : `${label} (${item})`;
}

function ratingBlocks(steps: readonly RatingStep<string | null>[]): readonly Block[] {
  const rows = steps.map(({ step, rating, by, at, reasonCode, reason }) => {
    return [
      step,
      numberIn(rating),
      by ?? 'the rule pack',
      at ?? '',
      reasonCode ?? '',
      reason ?? '',
    ];
  });
  const columns = ['Step', 'Rating', 'By', 'When', 'Reason code', 'Reason'];
  return [
    { kind: 'heading', level: 2, text: 'Rating' },
    { kind: 'table', caption: 'What the rating was, in order', columns, rows },
  ];
}

function scoreBlocks({ total, cause, days, parts }: Explained): readonly Block[] {
  const sum = total === null ? `Not rated: ${cause ?? 'no cause'}.` : `It is ${numberIn(total)}.`;
  const columns = ['Part', 'Points', 'Rated', 'Fact', 'By', 'Recorded'];
  return [
    { kind: 'heading', level: 2, text: 'Why the score is what it is' },
    { kind: 'words', text: `${sum} ${days} days count. The points add up to it exactly.` },
    {
      ...{ kind: 'table', caption: 'Points by part, down to facts', columns },
      rows: parts.flatMap(partRows),
    },
  ];
}

function partRows(one: ExplainedPart): readonly (readonly string[])[] {
  const { part, points, share, weight, leaves } = one;
  const name = part ?? 'of no part';
  if (part !== null && share === null) return [[name, 'missing', '', '', '', '']];
  const told = share === null ? '' : percentIn(share / 1_000_000);
  const weighed = weight === null ? '' : `, weight ${percentIn(weight / 1_000_000)}`;
  const head = [name, numberIn(points), `${told}${weighed}`, '', '', ''];
  const rows = leaves.map(({ kind, points: own, rating, fact, rule }) => [
    `${name}: ${rule ?? kind}`,
    numberIn(own),
    rating === undefined ? '' : numberIn(rating),
    ...(fact === undefined ? ['', '', ''] : [fact.id, fact.actor ?? '', fact.recordedAt]),
  ]);
  return [head, ...rows];
}

function evidenceBlocks(evidence: RenderedEvidence): readonly Block[] {
  const { lines, goals, notes, customers, late } = evidence;
  return [
    { kind: 'heading', level: 2, text: 'Evidence as it was pinned' },
    {
      ...{ kind: 'table', caption: 'Goals' },
      columns: ['Goal', 'Attainment', 'Own at the pin', 'Closed', 'Fact'],
      rows: goals.map(({ goalId, attainment, isOwn, closed, fact }) => [
        ...[goalId, percentIn(attainment.value), isOwn ? 'yes' : 'no'],
        ...[closed === null ? 'no' : `${closed.grade}, ${closed.at}`, fact ?? ''],
      ]),
    },
    {
      ...{ kind: 'table', caption: 'What customers answered' },
      columns: ['Question', 'Value', 'Interval of 95 %', 'Answers'],
      rows: customers.figures.map(figureRow),
    },
    {
      ...{ kind: 'table', caption: 'Feedback that was given' },
      columns: ['Note', 'Kind', 'Given', 'By', 'Taken back'],
      rows: notes.map(({ noteId, kind, given, author, isRetracted }) => [
        ...[noteId, kind, given, author ?? 'not told', isRetracted ? 'yes' : 'no'],
      ]),
    },
    {
      ...{ kind: 'table', caption: 'Lines of facts that were pinned' },
      columns: ['Line', 'Up to', 'Facts', 'As pinned', 'Hash'],
      rows: lines.map(({ source, stream, revision, facts, holds, hash }) => [
        ...[`${source}: ${stream}`, String(revision), String(facts)],
        ...[holds ? 'yes' : 'no, the copy differs', hash],
      ]),
    },
    {
      ...{ kind: 'table', caption: 'Late evidence: shown, and not scored' },
      columns: ['Fact', 'Type', 'Of', 'Recorded', 'By'],
      rows: late.map(({ fact, type, effectiveAt, recordedAt, actor, days }) => {
        const since = days === null || days.to === null;
        const of = since ? `since ${days?.from ?? effectiveAt}` : `${days.from} to ${days.to}`;
        return [fact, type, of, recordedAt, actor];
      }),
    },
  ];
}

function figureRow(figure: ShownFigure): readonly string[] {
  const { metric, scale, value, low, high, n, tier } = figure;
  const shown = (one: number | null) =>
    one === null ? 'none' : numberIn(Math.round(one * 1e4) * 100);
  const name = `${metric}, ${scale.min} to ${scale.max}`;
  const between = `${shown(low)} to ${shown(high)}`;
  if (tier === 'hidden') return [name, 'too few answers', '', String(n)];
  return [
    name,
    shown(value),
    tier === 'indicative' ? `${between}, indicative` : between,
    String(n),
  ];
}

function outcomeBlocks({ outcomes }: OpenedReview): readonly Block[] {
  if (outcomes.length === 0) return [];
  const columns = ['What', 'By', 'When', 'Outcome', 'Asked for by', 'Reason'];
  const rows = outcomes.map(({ what, by, at, outcome, askedBy, reason }) => {
    return [what, by, at, outcome ?? '', askedBy ?? '', reason ?? ''];
  });
  return [
    { kind: 'heading', level: 2, text: 'What became of it' },
    { kind: 'table', caption: 'In order', columns, rows },
  ];
}
