import type { OpenApiObject } from '@plumbline/web';
import {
  count,
  day,
  dayOrNull,
  instant,
  listed,
  listOf,
  numberOrNull,
  orNull,
  record,
  ref,
  text,
  textOrNull,
  uuid,
} from '@plumbline/web/openapi-shapes';

/** The answers about strategies, alignments and ideas, and figures over them. */
const mode: OpenApiObject = { enum: ['contributes', 'supports'] };
const perspective: OpenApiObject = { enum: ['financial', 'customer', 'process', 'growth'] };
const signalKind: OpenApiObject = {
  enum: ['market', 'customer', 'regulation', 'technology', 'internal'],
};
const status: OpenApiObject = { enum: ['aligned', 'orphan', 'unconnected', 'unaligned'] };
const figure = ref('Figure');
const said = record({ at: instant, by: ref('Actor'), reason: textOrNull });
const span = { from: day, until: dayOrNull };

const alignment = {
  id: uuid,
  mode,
  share: numberOrNull,
  ...span,
  state: { enum: ['planned', 'in-force', 'ended'] },
  owner: textOrNull,
  title: textOrNull,
  hidden: { type: 'boolean', description: 'The caller may not see the other end.' },
  reason: textOrNull,
};

const parentEdge = record({
  ...{ alignmentId: text, parent: ref('AlignmentParent'), mode, share: numberOrNull },
});
const childEdge = record({ alignmentId: text, child: uuid, mode, share: numberOrNull });

const totals = {
  coverage: figure,
  byPerspective: listOf(record({ perspective, coverage: figure })),
  orphans: listed(uuid),
  unconnected: listed(uuid),
  unaligned: listed(uuid),
  depths: listOf(record({ depth: count, goals: count })),
};
const strategyFigures = record({ id: uuid, progress: figure, coverage: figure });
const theme = { strategy: uuid, theme: text };

const ofPlans: Readonly<Record<string, OpenApiObject>> = {
  Strategy: record({
    id: uuid,
    owner: text,
    title: textOrNull,
    ...span,
    retiredOn: dayOrNull,
    publishedAt: instant,
    state: { enum: ['planned', 'in-force', 'ended', 'retired'] },
    themes: listOf(record({ id: text, name: textOrNull, perspective, weight: { type: 'number' } })),
    revisions: listOf(said),
    retired: orNull(said),
    signals: listOf(ref('Signal')),
    revision: { type: 'integer' },
  }),
  Signal: record({
    ...{ id: uuid, kind: signalKind, themeId: textOrNull, raisedAt: instant },
    ...{ by: ref('Actor'), what: textOrNull },
  }),
  AlignmentParent: {
    description: 'A goal, or a theme of a strategy.',
    oneOf: [
      { type: 'object', required: ['goal'], properties: { goal: uuid } },
      { type: 'object', required: ['strategy', 'theme'], properties: theme },
    ],
  },
  GoalAlignments: record({
    position: ref('Position'),
    on: day,
    parents: listOf(record({ parent: ref('AlignmentParent'), ...alignment })),
    children: listOf(record({ child: uuid, ...alignment })),
  }),
  Idea: record({
    id: uuid,
    owner: text,
    credit: ref('Credit'),
    signalId: textOrNull,
    state: { enum: ['submitted', 'running', 'concluded', 'declined', 'adopted', 'withdrawn'] },
    title: textOrNull,
    description: textOrNull,
    submittedAt: instant,
    experiment: orNull(ref('Experiment')),
    settled: orNull(record({ outcome: text, at: instant, by: ref('Actor'), reason: textOrNull })),
    creditAmendments: listOf(
      record({ at: instant, by: ref('Actor'), before: ref('Credit'), reason: textOrNull }),
    ),
    reuses: listOf(record({ by: { type: 'object' }, at: instant })),
    revision: { type: 'integer' },
  }),
  Credit: listOf(record({ person: text, share: { type: 'number' } })),
  Experiment: record({
    startedAt: instant,
    hypothesis: {
      type: 'object',
      required: ['metric', 'direction', 'threshold'],
      properties: {
        metric: text,
        direction: { enum: ['increase', 'decrease'] },
        threshold: { type: 'number' },
        unit: text,
      },
    },
    statement: textOrNull,
    until: day,
    concluded: orNull(
      record({
        ...{ outcome: { enum: ['supported', 'refuted', 'inconclusive'] }, value: numberOrNull },
        ...{ at: instant, by: ref('Actor'), lesson: textOrNull },
      }),
    ),
  }),
};

const ofMap: Readonly<Record<string, OpenApiObject>> = {
  RollUp: record(
    {
      ...{ value: numberOrNull, n: count, definition: text, raw: numberOrNull, of: count },
      method: { enum: ['additive', 'mean', null] },
    },
    'Progress from below: `n` contributors with a value, of `of` in all.',
  ),
  AlignmentMap: record({
    position: ref('Position'),
    on: day,
    totals: record({
      ...{ shown: count, hidden: count, ...totals },
      byOwnerKind: listOf(record({ kind: text, coverage: figure })),
      byUnit: listOf(record({ unit: textOrNull, coverage: figure })),
      cyclic: listed(uuid),
    }),
    strategies: listOf(
      record({
        id: uuid,
        owner: textOrNull,
        title: textOrNull,
        progress: figure,
        coverage: figure,
      }),
    ),
    themes: listOf(
      record({
        ...{ ...theme, name: textOrNull, perspective, weight: { type: 'number' } },
        ...{ children: listOf(childEdge), rolledUp: ref('RollUp'), coverage: figure },
      }),
    ),
    nodes: listOf(ref('MapNode')),
  }),
  MapNode: {
    oneOf: [
      record(
        { id: uuid, hidden: { const: true } },
        'A goal that the caller may not see. It is counted in the totals.',
      ),
      record({
        ...{ id: uuid, hidden: { const: false }, reference: textOrNull, owner: text },
        ...{ title: textOrNull, stage: { enum: ['draft', 'active', 'closed', 'withdrawn'] } },
        ...{ visibility: { enum: ['public', 'private'] }, period: text },
        ...{ weight: { type: 'number' }, progress: figure, rolledUp: ref('RollUp'), status },
        depth: { type: ['integer', 'null'] },
        themes: listOf(record(theme)),
        parents: listOf(parentEdge),
        lost: listOf(parentEdge),
        children: listOf(childEdge),
      }),
    ],
  },
  WhatIf: record({
    position: ref('Position'),
    on: day,
    refused: listOf(record({ move: count, code: text, detail: text, field: text })),
    before: record({ ...totals, strategies: listOf(strategyFigures) }),
    after: record({ ...totals, strategies: listOf(strategyFigures) }),
    difference: record({
      coverage: numberOrNull,
      statuses: listed(record({ goalId: uuid, before: status, after: status })),
      depths: listed(
        record({
          ...{ goalId: uuid, before: { type: ['integer', 'null'] } },
          after: { type: ['integer', 'null'] },
        }),
      ),
      rolledUp: listed(record({ goalId: uuid, before: ref('RollUp'), after: ref('RollUp') })),
      themes: listOf(record({ ...theme, before: figure, after: figure })),
      themesRolledUp: listOf(record({ ...theme, before: ref('RollUp'), after: ref('RollUp') })),
    }),
  }),
};

const quantiles = { median: ref('Estimate'), p90: ref('Estimate') };
const proportion = ref('Proportion');

const ofFigures: Readonly<Record<string, OpenApiObject>> = {
  UnitPool: record({
    ...{ goals: count, active: count, closed: count, met: count, notMet: count },
    ...{ weight: { type: 'number' }, progress: figure, metShare: figure },
  }),
  UnitProgress: record({
    position: ref('Position'),
    on: day,
    units: listOf(
      record({
        ...{ unit: text, parent: textOrNull, own: ref('UnitPool'), total: ref('UnitPool') },
      }),
    ),
    unknown: ref('UnitPool'),
    all: ref('UnitPool'),
  }),
  AmendmentLag: record({
    position: ref('Position'),
    ...quantiles,
    lapsed: count,
    answered: listed(
      record({
        ...{ alignmentId: uuid, child: uuid, parent: uuid, amendedAt: instant },
        ...{ replannedAt: instant, days: { type: 'number' } },
      }),
    ),
    waiting: listed(
      record({
        ...{ alignmentId: uuid, child: uuid, parent: uuid, amendedAt: instant },
        ageDays: { type: 'number' },
      }),
    ),
  }),
  InnovationFunnel: record({
    position: ref('Position'),
    ideas: count,
    ...{ tried: proportion, adopted: proportion, adoptedOfTried: proportion },
    settled: record({ declined: count, adopted: count, withdrawn: count, open: count }),
    conclusions: listOf(record({ outcome: text, share: proportion })),
    running: count,
    adoptionDays: record(quantiles),
    experimentDays: record(quantiles),
    lessons: record({ reused: proportion, uses: count }),
    pivots: listOf(record({ kind: signalKind, rate: proportion })),
  }),
  ReplanLatency: record({
    position: ref('Position'),
    ...quantiles,
    before: count,
    signals: listOf(
      record({
        ...{ id: uuid, kind: signalKind, raisedAt: instant },
        answers: listOf(record({ goalId: uuid, days: { type: 'number' } })),
      }),
    ),
    open: listOf(
      record({ id: uuid, kind: signalKind, raisedAt: instant, ageDays: { type: 'number' } }),
    ),
  }),
};

export const plansSchemas: Readonly<Record<string, OpenApiObject>> = {
  ...ofPlans,
  ...ofMap,
  ...ofFigures,
};
