import { hasField, type Day, type Instant, type Text } from '@plumbline/kernel';

/**
 * What is recorded of one response of a customer: what was asked and answered, whose work it
 * tells of, and that somebody went back to the customer. All that people wrote is in `text`.
 */
export type CustomerResponseFact =
  | (Act & { type: 'CustomerResponseRecorded'; text: Text } & Recording)
  | (Act & { type: 'ResponseAttributed'; before: Shares; shares: Shares } & Counting & Said)
  | (Act & { type: 'AttributionDisputed'; by: string; share: number } & Held & Counting & Said)
  | (Act & { type: 'AttributionSettled' } & Settlement & Counting & Said)
  | (Act & { type: 'LoopClosed'; cause: string; by: string } & Said)
  | (Act & { type: 'ResponseWithdrawn' } & Held & Counting & Said);

interface Act {
  readonly act: string;
  readonly responseId: string;
  readonly at: Instant;
}

interface Said {
  readonly text: Text;
}

/**
 * Where a response counts in figures. Facts that change it repeat what was recorded: who counts
 * sees one fact at a time, and takes back exactly what was counted before.
 */
interface Counting {
  readonly counted: Counted;
  /** Disputes that are open from now on; of a response that is withdrawn, those that were. */
  readonly openDisputes: number;
}

interface Held {
  /** The attribution as it stands. */
  readonly shares: Shares;
}

export interface Recording {
  /** The survey or the import that it comes from. */
  readonly source: string;
  /** The key of the interaction, by which responses to the same one are found; null: unknown. */
  readonly transaction: string | null;
  /** The day of the interaction, where it took place: figures of that day count the response. */
  readonly occurredOn: Day;
  /** When it came in, however late; null where nobody answered. */
  readonly answeredAt: Instant | null;
  /** Codes of the step of the customer's way, and of the channel. */
  readonly touchpoint: string;
  readonly channel: string;
  /** The service location, by its id. */
  readonly location: string | null;
  readonly answers: readonly Answer[];
  /** How many of its kind it stands for, where the survey drew a sample. */
  readonly weight?: number;
}

/** What figures count of a recording, and by what. */
export type Counted = Pick<
  Recording,
  'source' | 'occurredOn' | 'touchpoint' | 'channel' | 'location' | 'answers'
>;

/** One question. With a score it was answered; without one it was asked, and counts as that. */
export interface Answer {
  /** `nps`, `csat`, `ces`, or the id of a question of one's own. */
  readonly metric: string;
  readonly scale: Scale;
  readonly score: number | null;
  /** Why there is no score; there exactly where there is none. */
  readonly noAnswer?: NoAnswer;
}

/** Whole numbers, both within. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

export type NoAnswer = 'blank' | 'not-applicable' | 'do-not-know' | 'declined' | 'dismissed';

/** Whose work the response tells of, in shares of one; what is missing to one is nobody's. */
export type Shares = readonly Share[];
export type Share = ({ readonly unit: string } | { readonly person: string }) & {
  readonly share: number;
};

interface Settlement {
  /** Who disputed, and who settled it. */
  readonly person: string;
  readonly by: string;
  readonly outcome: Outcome;
  readonly before: Shares;
  readonly shares: Shares;
}

export type Outcome = 'upheld' | 'partly' | 'rejected';

export type CustomerResponse = { readonly stage: 'none' } | KnownResponse;

export interface KnownResponse {
  readonly stage: 'recorded' | 'withdrawn';
  readonly responseId: string;
  readonly recording: Recording;
  readonly hasComment: boolean;
  readonly shares: Shares;
  /** The shares that came with the recording. */
  readonly firstShares: Shares;
  readonly disputes: readonly Dispute[];
  readonly loop: { readonly cause: string; readonly by: string; readonly at: Instant } | null;
  readonly recordedAt: Instant;
  /** Since when the newest change of the attribution holds; null before the first. */
  readonly attributedAt: Instant | null;
  /** Since when the newest fact of any kind holds. */
  readonly latestAt: Instant;
  readonly acts: Readonly<Record<string, true>>;
}

export interface Dispute {
  readonly by: string;
  /** Null while it is open. */
  readonly settled: { readonly outcome: Outcome; readonly shares: Shares } | null;
}

export const initialResponse: CustomerResponse = { stage: 'none' };

export function evolveResponse(
  response: CustomerResponse,
  fact: CustomerResponseFact,
): CustomerResponse {
  if (fact.type === 'CustomerResponseRecorded') return recorded(fact, response);
  if (response.stage === 'none') return response;
  const latestAt = fact.at < response.latestAt ? response.latestAt : fact.at;
  const acts: KnownResponse['acts'] = { ...response.acts, [fact.act]: true };
  return { ...response, ...change(response, fact), latestAt, acts };
}

/** While it has one, figures that pay is made of leave the response out. */
export function hasOpenDispute(response: KnownResponse): boolean {
  return openDisputesOf(response) > 0;
}

export function openDisputesOf({ disputes }: Pick<KnownResponse, 'disputes'>): number {
  return disputes.filter((one) => one.settled === null).length;
}

export function countedOf(counted: Counted): Counted {
  const { source, occurredOn, touchpoint, channel, location, answers } = counted;
  return { source, occurredOn, touchpoint, channel, location, answers };
}

export function recordingOf(recording: Recording): Recording {
  const { source, transaction, occurredOn, answeredAt, touchpoint, channel, location } = recording;
  const { answers, weight } = recording;
  return {
    ...{ source, transaction, occurredOn, answeredAt, touchpoint, channel, location, answers },
    ...(weight === undefined ? {} : { weight }),
  };
}

/** Also anew, after a withdrawal: what a dispute had settled before stands. */
function recorded(
  fact: CustomerResponseFact & { type: 'CustomerResponseRecorded' },
  before: CustomerResponse,
): KnownResponse {
  const { responseId, at, act, text } = fact;
  const { disputes, acts } = before.stage === 'none' ? { disputes: [], acts: {} } : before;
  return {
    ...{ stage: 'recorded', responseId, recording: recordingOf(fact) },
    ...{ hasComment: hasField(text, 'comment'), shares: [], firstShares: [] },
    ...{ disputes: disputes.filter(({ settled }) => settled !== null), loop: null },
    ...{ recordedAt: at, attributedAt: null, latestAt: at, acts: { ...acts, [act]: true } },
  };
}

function change(
  response: KnownResponse,
  fact: Exclude<CustomerResponseFact, { type: 'CustomerResponseRecorded' }>,
): Partial<KnownResponse> {
  const { disputes } = response;
  switch (fact.type) {
    case 'ResponseAttributed': {
      const { shares, at: attributedAt } = fact;
      const isFirst = response.acts[fact.act] === true;
      return { shares, attributedAt, ...(isFirst ? { firstShares: shares } : {}) };
    }
    case 'AttributionDisputed': {
      const { by, at: attributedAt } = fact;
      return { disputes: [...disputes, { by, settled: null }], attributedAt };
    }
    case 'AttributionSettled': {
      const { person, outcome, shares, at: attributedAt } = fact;
      const settled = disputes.map((one) =>
        one.by === person ? { ...one, settled: { outcome, shares } } : one,
      );
      return { shares, disputes: settled, attributedAt };
    }
    case 'LoopClosed':
      return { loop: { cause: fact.cause, by: fact.by, at: fact.at } };
    case 'ResponseWithdrawn':
      return { stage: 'withdrawn' };
  }
}
