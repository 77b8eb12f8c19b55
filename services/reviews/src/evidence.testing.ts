import type { FactOf, DirectoryPublished, FeedbackPublished } from '@plumbline/contracts';
import type { GoalsPublished } from '@plumbline/contracts';
import type { Instant, Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { CopiedStream, EvidenceCopy, EvidenceScope } from './evidence.lines.ts';
import type { CopiedFact } from './views/evidence-copy.ts';
import { evidenceGoals } from './views/evidence-goals.ts';
import { evidenceNotes } from './views/evidence-notes.ts';
import { evidencePeople } from './views/evidence-people.ts';
import { evidenceResponses } from './views/evidence-responses.ts';

/** The year 2026 of ada, as facts that goals, feedback and the directory have published. */
export const scope: EvidenceScope = {
  subject: 'ada',
  period: { from: '2026-01-01', to: '2026-12-31' },
};

export type Told = FactOf<GoalsPublished> | FactOf<FeedbackPublished> | FactOf<DirectoryPublished>;

/** A published fact as a test says it: of which stream, and since when it holds. */
export interface Said {
  readonly fact: Told;
  readonly of: string;
  readonly effectiveAt: Instant;
  readonly actor?: string;
}

export const said = (of: string, effectiveAt: Instant, fact: Told, actor = 'mia'): Said => ({
  ...{ fact, of, effectiveAt, actor },
});

/** The facts as they were recorded, one after the other; position and time are their place. */
export function recorded(all: readonly Said[]): readonly Recorded<Told>[] {
  const revisions = new Map<string, number>();
  return all.map(({ fact, of, effectiveAt, actor = 'mia' }, place) => {
    const revision = (revisions.get(of) ?? -1) + 1;
    revisions.set(of, revision);
    const id = `fact-${place}`;
    return {
      ...{ fact, id, tenant: 'acme', stream: of, revision, position: positionOf(place) },
      recordedAt: Date.parse('2026-12-01T00:00:00.000Z') + place * 1_000,
      ...{ effectiveAt, actor: { sub: actor, via: 'published' } },
      ...{ commandId: id, correlationId: id, causationId: id },
    };
  });
}

export const positionOf = (place: number) => String(place + 1).padStart(20, '0') as Position;

/** Where the log stands after so many facts. */
export const after = (facts: readonly unknown[]) => positionOf(facts.length - 1);

type Parts = ReadonlyMap<string, unknown>;

function folded(view: View<never, never>, facts: readonly Recorded<Told>[], kept: Parts): Parts {
  const docs = new Map(kept);
  const { context } = view;
  for (const one of facts.filter(({ fact }) => fact.type.startsWith(`${context}.`))) {
    for (const key of view.keys(one as never)) {
      docs.set(key, view.fold(docs.get(key) as never, one as never, key));
    }
  }
  // As it is stored, and read again.
  return new Map(JSON.parse(JSON.stringify([...docs])) as [string, unknown][]);
}

/** The documents of one view, as they are after the last fact. */
export function documentsOf(view: object, all: readonly Said[]): Parts {
  return folded(view as View<never, never>, recorded(all), new Map());
}

const views = [evidenceGoals, evidenceNotes, evidenceResponses, evidencePeople];

/** The copy that is kept of some facts; `pages`: after how many of them documents are stored. */
export function copyOf(all: readonly Said[], pages: readonly number[] = []): EvidenceCopy {
  const facts = recorded(all);
  const [goals, notes, responses, person] = views.map((view) => {
    let kept: Parts = new Map();
    let from = 0;
    for (const upTo of [...pages.filter((one) => one < facts.length), facts.length]) {
      kept = folded(view as never, facts.slice(from, Math.max(from, upTo)), kept);
      from = Math.max(from, upTo);
    }
    return streamsOf([...kept.values()] as CopiedFact<never>[]);
  });
  return { goals, notes, responses, person } as EvidenceCopy;
}

function streamsOf(copies: readonly CopiedFact<never>[]): readonly CopiedStream<never>[] {
  const streams = new Map<string, CopiedStream<never>>();
  for (const { of, stream, fact } of copies) {
    const together = [...(streams.get(of)?.facts ?? []), fact] as { readonly revision: number }[];
    together.sort((a, b) => a.revision - b.revision);
    streams.set(of, { of, stream, facts: together as never });
  }
  return [...streams.values()];
}

const quarter = { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' };

export const goal = {
  activated: (goalId: string, owner = 'person:ada', at = '2026-04-01T08:00:00.000Z', start = 0) =>
    said(`goals.goal-acme.${goalId}`, at, {
      type: 'goals.GoalActivated.v1',
      data: {
        ...{ goalId, owner, kind: 'committed' as const, period: quarter },
        keyResults: [
          { id: 'kr1', weight: 3, measure: { kind: 'increase' as const, start, target: 100 } },
          { id: 'kr2', weight: 1, measure: { kind: 'decrease' as const, start: 48, target: 12 } },
        ],
      },
    }),
  checkedIn: (goalId: string, keyResultId: string, value: number, at: Instant, checkInId = at) =>
    said(`goals.goal-acme.${goalId}`, at, {
      type: 'goals.ProgressCheckedIn.v1',
      data: { goalId, keyResultId, checkInId, value, done: null, confidence: null, late: false },
    }),
  corrected: (goalId: string, keyResultId: string, checkInId: string, value: number | null) =>
    said(`goals.goal-acme.${goalId}`, '2026-06-20T08:00:00.000Z', {
      type: 'goals.CheckInCorrected.v1',
      data: {
        ...{ goalId, keyResultId, checkInId },
        to: value === null ? null : { value, done: null, confidence: null },
      },
    }),
  transferred: (goalId: string, to: string, at = '2026-05-15T08:00:00.000Z') =>
    said(`goals.goal-acme.${goalId}`, at, {
      type: 'goals.GoalTransferred.v1',
      data: { goalId, from: 'person:ada', to },
    }),
  closed: (goalId: string, attainment: number | null, at = '2026-06-30T08:00:00.000Z') =>
    said(`goals.goal-acme.${goalId}`, at, {
      type: 'goals.GoalClosed.v1',
      data: { goalId, score: 0.7, grade: 'met', attainment },
    }),
  amended: (goalId: string, target: number, at = '2026-05-20T08:00:00.000Z') =>
    said(`goals.goal-acme.${goalId}`, at, {
      type: 'goals.TargetAmended.v1',
      data: {
        ...{ goalId, keyResultId: 'kr1' },
        from: { kind: 'increase', start: 0, target: 100 },
        to: { kind: 'increase', start: 0, target },
      },
    }),
};

export const note = {
  given: (noteId: string, subject: string, at: Instant, visibility: Visibility = 'public') =>
    said(`feedback.note-acme.${noteId}`, at, {
      type: 'feedback.FeedbackGiven.v1',
      data: { noteId, author: 'bo', subject, visibility, kind: 'praise', links: [] },
    }),
  retracted: (noteId: string, at: Instant) =>
    said(`feedback.note-acme.${noteId}`, at, {
      type: 'feedback.FeedbackRetracted.v1',
      data: { noteId },
    }),
};
type Visibility = FeedbackPublished['feedback.FeedbackGiven.v1']['visibility'];

type Shares = FeedbackPublished['feedback.ResponseAttributed.v1']['shares'];

const counted = (occurredOn: string, score: number | null) => ({
  ...{ source: 'after-visit', occurredOn, touchpoint: 'desk', channel: 'mail', location: null },
  answers: [
    {
      ...{ metric: 'nps', scale: { min: 0, max: 10 }, score },
      ...(score === null ? { noAnswer: 'dismissed' as const } : {}),
    },
  ],
});

export const response = {
  attributed: (
    responseId: string,
    occurredOn: string,
    score: number | null,
    of: readonly string[] = ['person:ada'],
    before: readonly string[] = [],
  ) =>
    said(`feedback.customer-response-acme.${responseId}`, `${occurredOn}T12:00:00.000Z`, {
      type: 'feedback.ResponseAttributed.v1',
      data: {
        ...{ responseId, shares: sharesOf(of), before: sharesOf(before), openDisputes: 0 },
        counted: counted(occurredOn, score),
      },
    }),
  disputed: (responseId: string, occurredOn: string, score: number | null, at: Instant) =>
    said(`feedback.customer-response-acme.${responseId}`, at, {
      type: 'feedback.AttributionDisputed.v1',
      data: {
        ...{ responseId, person: 'ada', shares: sharesOf(['person:ada']), openDisputes: 1 },
        counted: counted(occurredOn, score),
      },
    }),
  withdrawn: (responseId: string, occurredOn: string, score: number | null, at: Instant) =>
    said(`feedback.customer-response-acme.${responseId}`, at, {
      type: 'feedback.ResponseWithdrawn.v1',
      data: {
        ...{ responseId, shares: sharesOf(['person:ada']), openDisputes: 0 },
        counted: counted(occurredOn, score),
      },
    }),
};

function sharesOf(of: readonly string[]): Shares {
  return of.map((one) => ({ of: one, share: 1 / of.length }));
}

export const joined = said('directory.person-acme.ada', '2026-01-01T00:00:00.000Z', {
  type: 'directory.PersonJoined.v1',
  data: { person: 'ada', post: 'seller', from: '2026-01-01' },
});
