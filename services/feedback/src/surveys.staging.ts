import { clearText } from '@plumbline/kernel';
import type { NewBatch, StagedSurvey, Staging, SurveyPlace } from '@plumbline/privacy';
import type { Content, WaitingAnswer } from './survey/answer.ts';
import { surveyStream } from './surveys.facts.ts';
import type { FeedbackPorts } from './feedback.ports.ts';
import type { TicketKey } from './surveys.tickets.ts';

/** The keys of a survey's tickets, and the threshold by which its groups were made. */
export interface TicketKeys {
  readonly k: number;
  readonly keys: readonly TicketKey[];
}

/** An answer that waits, with the id by which it is drawn. */
export interface Waiting extends WaitingAnswer {
  readonly id: string;
}

/** A batch as it is to be recorded. */
export interface Drawn extends Content {
  readonly on: string;
  readonly last: boolean;
}

export type NumberedBatch = Drawn & { readonly batch: number };

/** What waits of surveys, opened. */
export interface SurveyStaging {
  open(place: SurveyPlace, keys: TicketKeys): Promise<TicketKeys | null>;
  /** Null when the survey has ended; undefined when there is none. */
  keysOf(survey: string): Promise<(SurveyPlace & { keys: TicketKeys | null }) | undefined>;
  stage(place: SurveyPlace, ticket: string, answer: WaitingAnswer): Promise<Staging>;
  waiting(place: SurveyPlace): Promise<readonly Waiting[]>;
  /** False when another process has drawn meanwhile. */
  draw(
    place: SurveyPlace,
    batches: readonly (Drawn & { of: readonly string[] })[],
  ): Promise<boolean>;
  drawn(place: SurveyPlace): Promise<readonly NumberedBatch[]>;
  /** Everything, and the key that opens copies of it. */
  destroy(place: SurveyPlace): Promise<void>;
}

/**
 * Seals what is staged under a key of the survey's own, which the key of the tenant wraps. It is
 * destroyed with the survey, and with it what backups of the staging may hold.
 */
export function surveyStaging({
  staging,
  sealer,
  keys,
}: Pick<FeedbackPorts, 'staging' | 'sealer' | 'keys'>): SurveyStaging {
  const seal = ({ tenant, survey }: SurveyPlace, fact: string, value: unknown) => {
    const where = { tenant, stream: surveyStream(tenant, survey), fact };
    return sealer.seal(where, clearText(keyOf(survey), { json: JSON.stringify(value) }));
  };

  const opened = async ({ tenant, survey }: SurveyPlace, fact: string, sealed: Uint8Array) => {
    const box = Buffer.from(sealed).toString('base64');
    const stream = surveyStream(tenant, survey);
    const text = await sealer.open(tenant, { of: keyOf(survey), stream, fact, has: ['json'], box });
    if (text?.['json'] === undefined) throw new Error(`The key of the survey ${survey} is gone.`);
    return JSON.parse(text['json']) as unknown;
  };

  const openedKeys = async ({ tenant, survey, keys: sealed }: StagedSurvey) => {
    return sealed === null
      ? null
      : ((await opened({ tenant, survey }, 'tickets', sealed)) as TicketKeys);
  };

  return {
    open: async (place, ticketKeys) => {
      const staged = await staging.open(place, await seal(place, 'tickets', ticketKeys));
      return openedKeys(staged);
    },
    keysOf: async (survey) => {
      const staged = await staging.find(survey);
      if (staged === undefined) return undefined;
      return { tenant: staged.tenant, survey, keys: await openedKeys(staged) };
    },
    stage: async (place, ticket, answer) => {
      return staging.stage(place.survey, ticket, await seal(place, 'answer', padded(answer)));
    },
    waiting: async (place) => {
      const all = await staging.waiting(place.survey);
      return Promise.all(
        all.map(async ({ id, sealed }) => {
          const answer = (await opened(place, 'answer', sealed)) as Padded;
          const { segments, ratings, choices, comments } = answer;
          return { id, segments, ratings, choices, comments };
        }),
      );
    },
    draw: async (place, drawn) => {
      const next = (await staging.find(place.survey))?.next ?? 1;
      const sealing = drawn.map(async ({ of, ...batch }, index): Promise<NewBatch> => {
        return { of, sealed: await seal(place, `batch.${next + index}`, batch) };
      });
      return staging.draw(place.survey, next, await Promise.all(sealing));
    },
    drawn: async (place) => {
      const all = await staging.drawn(place.survey);
      return Promise.all(
        all.map(async ({ batch, sealed }) => {
          return { ...((await opened(place, `batch.${batch}`, sealed)) as Drawn), batch };
        }),
      );
    },
    destroy: async ({ tenant, survey }) => {
      await staging.destroy(survey);
      await keys.destroy(tenant, keyOf(survey));
      sealer.forget(tenant, keyOf(survey));
    },
  };
}

type Padded = WaitingAnswer & { readonly pad: string };

const padBytes = 512;

/** Answers of many lengths have few: a short one and a long one are told apart by their seals. */
function padded(answer: WaitingAnswer): Padded {
  const bytes = Buffer.byteLength(JSON.stringify(answer));
  return { ...answer, pad: ' '.repeat(padBytes - (bytes % padBytes)) };
}

function keyOf(survey: string): string {
  return `survey:${survey}`;
}
