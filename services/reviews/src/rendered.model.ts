import { derivedId, toInstant, type Instant } from '@plumbline/kernel';
import type { Said } from '@plumbline/views';
import { shownFigure, type ShownFigure } from './evidence.customers.ts';
import { explain, type Explained, type KnownFact } from './evidence.explain.ts';
import type { PinnedGoal } from './evidence.measured.ts';
import { notesFor, type KnownNote, type NoteReader } from './evidence.notes.ts';
import { citedFor, lateFor, manifestFor, type ToldEntry } from './evidence.sight.ts';
import type { ToldDays } from './evidence.told.ts';
import type { EvidenceOfReview } from './evidence.ts';
import type { LiveReview } from './review/review.state.ts';
import type { Accountable, Pinned } from './review/review.ts';
import type { RecordItem } from './views/review-record.ts';
import type { Line, ReviewSheet } from './views/review-sheet.ts';
import type { Shown, ShownSection } from './views/review-shown.ts';
import type { TemplateVersionSheet } from './views/template-sheet.ts';

/** A review as somebody may see it at a point. `Words` are sealed until they are revealed. */
export interface RenderedReview<Words = Said | null> {
  readonly reviewId: string;
  readonly cycleId: string;
  readonly subject: string;
  readonly job: string | null;
  readonly period: LiveReview['period'];
  readonly title: Words;
  readonly language: string;
  /**
   * Null for its subject until it is shared, and for who only writes: who is not told the revision
   * either, nor what is pinned and who answers for it.
   */
  readonly stage: string | null;
  /** From 1; one more each time that it was reopened. */
  readonly revision: number | null;
  /** How far the record of the review was read: its last fact, and when that was recorded. */
  readonly upTo: { readonly fact: string; readonly revision: number; readonly at: Instant };
  readonly pinned: {
    readonly asOf: Instant;
    readonly fact: string;
    readonly template: Pinned;
    readonly pack: Pinned;
    readonly evidence: string;
  } | null;
  readonly accountable: readonly (Accountable & { readonly sealed: string | null })[];
  readonly sections: readonly RenderedSection<Words>[];
  /** Of what something is there that is told to nobody, and why. */
  readonly withheld: Shown['withheld'];
  readonly score: Explained | null;
  /** What the rating was, step by step; null where that is not for who asks. */
  readonly ratings: readonly RatingStep<Words>[] | null;
  readonly outcomes: readonly RenderedOutcome<Words>[];
  readonly evidence: RenderedEvidence | null;
}

export interface RenderedSection<Words = Said | null> {
  readonly role: ShownSection['role'];
  /** Null of whom it is not told. */
  readonly author: string | null;
  readonly by: string | null;
  readonly at: Instant | null;
  readonly items: readonly RenderedItem<Words>[];
  readonly evidence: readonly string[];
}

export interface RenderedItem<Words = Said | null> {
  readonly item: string;
  /** What the template asks; null where it has no words for it. */
  readonly label: Words;
  readonly rating: number | null;
  /** Null where nothing was written, or what was is erased. */
  readonly text: Words;
  readonly isWritten: boolean;
}

export interface RatingStep<Words = Said | null> {
  readonly step: 'computed' | 'calibrated' | 'overridden' | 'finalised' | 'not-rated';
  readonly rating: number | null;
  readonly reasonCode: string | null;
  readonly reason: Words;
  readonly by: string | null;
  readonly at: Instant | null;
}

export interface RenderedOutcome<Words = Said | null> {
  readonly what: string;
  readonly by: string;
  readonly at: Instant;
  readonly outcome: string | null;
  readonly askedBy: string | null;
  readonly reason: Words;
}

export interface RenderedEvidence {
  readonly lines: readonly ToldEntry[];
  readonly goals: readonly PinnedGoal[];
  readonly notes: readonly KnownNote[];
  readonly customers: {
    readonly responses: number;
    readonly disputed: number;
    readonly figures: readonly ShownFigure[];
  };
  readonly late: readonly LateLine[];
}

export interface LateLine {
  readonly source: string;
  readonly fact: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  /** The days that it tells of, whenever it was entered; null: it holds since it was effective. */
  readonly days: ToldDays | null;
}

export interface RenderInputs {
  readonly tenant: string;
  readonly stream: string;
  readonly sheet: ReviewSheet;
  readonly shown: Shown;
  /** The record of the review, for the facts that leaves rest on. */
  readonly items: readonly RecordItem[];
  /** The revision of each of them as it is told to who reads. */
  readonly revisions: ReadonlyMap<string, number>;
  /** The newest of them that is told to who reads: of others, not even the time is. */
  readonly newest: Pick<RecordItem, 'factId' | 'recordedAt'> | undefined;
  /** As whom feedback is read; null: no evidence is shown. */
  readonly notes: NoteReader | null;
  readonly evidence: EvidenceOfReview;
  readonly template: TemplateVersionSheet | undefined;
  readonly language?: string | undefined;
}

/** Everything of a review that somebody may see, out of its record and of what was pinned. */
export function renderedReview(inputs: RenderInputs): RenderedReview {
  const { sheet, shown, revisions, newest, notes, template } = inputs;
  const { reviewId, cycleId, subject, job = null, period } = sheet.review;
  const language = languageIn(inputs);
  const { factId = '', recordedAt = 0 } = newest ?? {};
  const revision = revisions.get(factId) ?? 0;
  return {
    ...{ reviewId, cycleId, subject, job, period, language, ...standingTo(inputs) },
    title: template?.words[`title.${language}`] ?? null,
    upTo: { fact: factId, revision, at: toInstant(recordedAt) },
    sections: shown.sections.map((one) => sectionOf(inputs, language, cited(inputs, one))),
    withheld: shown.withheld,
    score: explainedTo(inputs),
    ratings: shown.result === null ? null : stepsOf(shown.result),
    outcomes: shown.outcomes.map(({ what, by, at, outcome = null, askedBy = null, reason }) => {
      return { what, by: by.sub, at, outcome, askedBy, reason };
    }),
    evidence: notes === null ? null : evidenceTo(inputs, notes),
  };
}

/** Who only writes sees what they have referred to themselves, as all that they see is theirs. */
function cited({ sheet, evidence, notes }: RenderInputs, section: ShownSection): ShownSection {
  if (notes === null) return section;
  const { entries } = manifestFor(sheet.review.manifest, evidence, notes);
  const told = new Set(entries.map(({ stream }) => stream));
  return { ...section, evidence: citedFor(section.evidence, told) };
}

/** How it stands: who is only asked to write in it is not told, here as little as elsewhere. */
function standingTo({ tenant, stream, sheet: { review }, shown, notes, evidence }: RenderInputs) {
  const { stage } = shown;
  if (shown.isOwnOnly || notes === null) {
    return { stage, revision: null, pinned: null, accountable: [] };
  }
  const { revision, pin, template, pack, segments } = review;
  const manifest = manifestFor(review.manifest, evidence, notes);
  const fact = derivedId(tenant, stream, pin.act, 0);
  return {
    ...{ stage, revision },
    pinned: { asOf: pin.asOf, fact, template, pack, evidence: manifest.hash },
    accountable: segments.map(({ manager, from, to, days, sealed }) => {
      return { manager, from, to, days, sealed: sealed?.was ?? null };
    }),
  };
}

/** The language that is asked for, where the template has it. */
function languageIn({ template, language }: RenderInputs): string {
  if (template === undefined) return 'en';
  const { languages, defaultLanguage } = template.template;
  return language !== undefined && languages.includes(language) ? language : defaultLanguage;
}

/** In the order of the template; what was not given is there, and says nothing. */
function sectionOf(
  { template }: RenderInputs,
  language: string,
  { role, author, by, at, ratings, evidence, words }: ShownSection,
): RenderedSection {
  const labels = template?.words ?? {};
  const other = template?.template.defaultLanguage ?? language;
  const asked = (template?.template.sections ?? []).flatMap((one) =>
    one.role === role ? one.items.map(({ id }) => id) : [],
  );
  const given = [...ratings.map(({ item }) => item), ...Object.keys(words)];
  const items = [...new Set([...asked, ...given])].map((item) => ({
    ...{
      item,
      label: labels[`item.${item}.${language}`] ?? labels[`item.${item}.${other}`] ?? null,
    },
    rating: ratings.find((one) => one.item === item)?.rating ?? null,
    ...{ text: words[item] ?? null, isWritten: words[item] !== undefined },
  }));
  return { role, author, by: by?.sub ?? null, at, items, evidence };
}

/** Every rating that there was, in order: nothing that was computed is ever written over. */
function stepsOf(result: NonNullable<Shown['result']>): readonly RatingStep[] {
  const { score, calibrations, overrides, final } = result;
  const said = ({ by, at, reason }: Line) => ({ by: by.sub, at, reason });
  const nobody = { reasonCode: null, reason: null, by: null, at: null };
  const changed = [
    ...calibrations.map((one) => ({ step: 'calibrated' as const, one })),
    ...overrides.map((one) => ({ step: 'overridden' as const, one })),
  ].toSorted((a, b) => (a.one.at < b.one.at ? -1 : 1));
  return [
    ...(score === null ? [] : [{ step: 'computed' as const, rating: score.total, ...nobody }]),
    ...changed.map(({ step, one }) => {
      return { step, rating: one.to, reasonCode: one.reasonCode, ...said(one) };
    }),
    ...(final === null ? [] : [finalStep(final)]),
  ];
}

function finalStep(final: NonNullable<ReviewSheet['final']>): RatingStep {
  const { rating, cause: reasonCode, by, at, reason } = final;
  const step = rating === null ? 'not-rated' : 'finalised';
  return { step, rating, reasonCode, reason, by: by.sub, at };
}

/** Why the score is what it is, with the facts that it rests on, as far as they are shown. */
export function explainedTo({
  shown,
  items,
  revisions,
  evidence,
}: Pick<RenderInputs, 'shown' | 'items' | 'revisions' | 'evidence'>): Explained | null {
  const score = shown.result?.score ?? null;
  if (score === null) return null;
  const own = new Map(items.map((item) => [item.factId, item]));
  const copied = new Map(
    evidence.lines.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact] as const)),
  );
  return explain(score, (id): KnownFact | undefined => {
    const item = own.get(id);
    if (item !== undefined) {
      // Of a single unnamed answer nobody is told more than what it adds, whoever has written too.
      const isSealed = isInvited(item.of.part) && !shown.namesInvited;
      return isSealed ? undefined : ownFact(item, revisions.get(id) ?? 0);
    }
    const fact = copied.get(id);
    if (fact === undefined) return undefined;
    const { type, stream, revision, recordedAt, effectiveAt, actor } = fact;
    return { id, type, stream, revision, recordedAt, effectiveAt, actor };
  });
}

function isInvited(part: string): boolean {
  return part === 'peer' || part === 'upward';
}

function ownFact({ factId: id, recordedAt, by, ...item }: RecordItem, revision: number): KnownFact {
  const { type, stream, effectiveAt } = item;
  const lent = by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf };
  const place = { id, type, stream, revision, effectiveAt };
  return { ...place, recordedAt: toInstant(recordedAt), actor: by.sub, ...lent };
}

/** What was pinned, and what came late, as far as it is for who asks. */
export function evidenceTo(
  { sheet, evidence }: Pick<RenderInputs, 'sheet' | 'evidence'>,
  reader: NoteReader,
): RenderedEvidence {
  const { goals, notes, customers } = evidence;
  const { responses, disputed, figures } = customers;
  return {
    lines: manifestFor(sheet.review.manifest, evidence, reader).entries,
    goals,
    notes: notesFor(notes, reader),
    customers: { responses, disputed, figures: figures.map(shownFigure) },
    late: lateFor(evidence, reader).map(({ source, fact, days }) => {
      const { id, type, stream, revision, effectiveAt, recordedAt, actor } = fact;
      return { source, fact: id, type, stream, revision, effectiveAt, recordedAt, actor, days };
    }),
  };
}
