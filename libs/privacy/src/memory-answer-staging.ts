import { randomBytes } from 'node:crypto';
import type { AnswerStaging, DrawnBatch, StagedSurvey, SurveyPlace } from './answer-staging.ts';

interface Held {
  readonly place: SurveyPlace;
  keys: Uint8Array | null;
  next: number;
  readonly tickets: Set<string>;
  readonly answers: Map<string, { readonly sealed: Uint8Array; batch: number | null }>;
  readonly drawn: Map<number, Uint8Array>;
}

/** Staging that lasts as long as the process: for tests, and for trying things out. */
export function openMemoryAnswerStaging(): AnswerStaging {
  const surveys = new Map<string, Held>();
  const told = ({ place, keys, next }: Held): StagedSurvey => ({ ...place, keys, next });

  const released = (held: Held, batch: number) => {
    for (const [id, one] of held.answers) if (one.batch === batch) held.answers.delete(id);
    held.drawn.delete(batch);
  };

  const undraw = (held: Held) => {
    held.next -= held.drawn.size;
    held.drawn.clear();
    for (const one of held.answers.values()) one.batch = null;
  };

  return {
    open: async ({ tenant, survey }, keys) => {
      const held = surveys.get(survey) ?? {
        ...{ place: { tenant, survey }, keys: Uint8Array.from(keys), next: 1 },
        ...{ tickets: new Set<string>(), answers: new Map(), drawn: new Map() },
      };
      surveys.set(survey, held);
      return told(held);
    },
    find: async (survey) => {
      const held = surveys.get(survey);
      return held && told(held);
    },
    list: async () => [...surveys.values()].map(({ place }) => place),
    stage: async (survey, ticket, answer) => {
      const held = surveys.get(survey);
      if (held === undefined || held.keys === null) return 'closed';
      if (held.tickets.has(ticket)) return 'spent';
      held.tickets.add(ticket);
      const id = randomBytes(16).toString('hex');
      held.answers.set(id, { sealed: Uint8Array.from(answer), batch: null });
      return 'staged';
    },
    isSpent: async (survey, ticket) => surveys.get(survey)?.tickets.has(ticket) ?? false,
    waiting: async (survey) => {
      return [...(surveys.get(survey)?.answers ?? [])]
        .filter(([, { batch }]) => batch === null)
        .map(([id, { sealed }]) => ({ id, sealed }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },
    count: async (survey) => surveys.get(survey)?.answers.size ?? 0,
    end: async (survey) => {
      const held = surveys.get(survey);
      if (held !== undefined) held.keys = null;
    },
    draw: async (survey, next, batches) => {
      const held = surveys.get(survey);
      if (held === undefined || held.next !== next || held.drawn.size > 0) return false;
      const of = batches.flatMap((one) => one.of);
      if (of.some((id) => held.answers.get(id)?.batch !== null)) return false;
      for (const [index, { of: ids, sealed }] of batches.entries()) {
        held.drawn.set(next + index, Uint8Array.from(sealed));
        for (const id of ids) {
          const answer = held.answers.get(id);
          if (answer !== undefined) answer.batch = next + index;
        }
      }
      held.next += batches.length;
      return true;
    },
    drawn: async (survey) => {
      const drawn: DrawnBatch[] = [];
      for (const [batch, sealed] of surveys.get(survey)?.drawn ?? []) drawn.push({ batch, sealed });
      return drawn;
    },
    released: async (survey, batch) => {
      const held = surveys.get(survey);
      if (held !== undefined) released(held, batch);
    },
    undraw: async (survey) => {
      const held = surveys.get(survey);
      if (held !== undefined) undraw(held);
    },
    destroy: async (survey) => {
      surveys.delete(survey);
    },
    close: async () => undefined,
  };
}
