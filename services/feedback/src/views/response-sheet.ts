import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { CustomerResponseFact, Outcome } from '../customer-response/customer-response.ts';
import { recordingOf } from '../customer-response/customer-response.ts';
import type { Recording, Shares } from '../customer-response/customer-response.ts';
import type { FeedbackFact } from '../facts.ts';

/** One response of a customer as it stands, with whose work it tells of and what came of it. */
export interface ResponseSheet extends Recording, Quoting {
  readonly responseId: string;
  readonly stage: 'recorded' | 'withdrawn';
  readonly recordedAt: Instant;
  readonly comment: Said | null;
  readonly shares: Shares;
  readonly attributions: readonly AttributionLine[];
  readonly disputes: readonly DisputeLine[];
  /** That somebody went back to the customer, and what had led to the response. */
  readonly loop: Ended | null;
  readonly withdrawn: Withdrawn | null;
  /** Withdrawals after which it was recorded anew. */
  readonly withdrawnBefore: readonly Withdrawn[];
  readonly revision: number;
}

export type Withdrawn = Omit<Ended, 'cause'>;

export interface AttributionLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly before: Shares;
  readonly shares: Shares;
  readonly reason: Said | null;
}

export interface DisputeLine {
  readonly at: Instant;
  readonly person: string;
  readonly share: number;
  readonly reason: Said | null;
  /** Null while it is open. */
  readonly settled: (AttributionLine & { readonly outcome: Outcome }) | null;
}

export interface Ended {
  readonly at: Instant;
  readonly by: Actor;
  readonly cause: string;
  readonly reason: Said | null;
}

export const responseSheet: View<ResponseSheet, FeedbackFact> = {
  name: 'response-sheet',
  version: 2,
  context: 'feedback',
  keys: ({ fact }) => ('responseId' in fact ? [fact.responseId] : []),
  fold: (sheet, recorded) =>
    'responseId' in recorded.fact
      ? foldResponse(sheet, recorded as Recorded<CustomerResponseFact>)
      : sheet,
  index: (sheet) => ({
    touchpoint: sheet.touchpoint,
    channel: sheet.channel,
    source: sheet.source,
    ...(sheet.location === null ? {} : { location: sheet.location }),
    unit: sheet.shares.flatMap((one) => ('unit' in one ? [one.unit] : [])),
    person: sheet.shares.flatMap((one) => ('person' in one ? [one.person] : [])),
    loop: loopOf(sheet) ?? [],
  }),
};

/** Whether somebody has yet to go back to the customer; undefined for what counts no more. */
export function loopOf({ loop, stage }: ResponseSheet): 'open' | 'closed' | undefined {
  if (stage === 'withdrawn') return undefined;
  return loop === null ? 'open' : 'closed';
}

function foldResponse(
  sheet: ResponseSheet | undefined,
  recorded: Recorded<CustomerResponseFact>,
): ResponseSheet | undefined {
  const { fact, id, revision } = recorded;
  if (fact.type === 'CustomerResponseRecorded') {
    const { withdrawnBefore = [], withdrawn = null, disputes = [], texts = {} } = sheet ?? {};
    return {
      ...{ ...recordingOf(fact), responseId: fact.responseId, stage: 'recorded' },
      ...{ recordedAt: fact.at, comment: quote(id, fact.text, 'comment'), shares: [] },
      disputes: disputes.filter(({ settled }) => settled !== null),
      ...{ attributions: [], loop: null, withdrawn: null, revision },
      withdrawnBefore: withdrawn === null ? withdrawnBefore : [...withdrawnBefore, withdrawn],
      texts: withText(texts, id, fact.text),
    };
  }
  if (sheet === undefined) return undefined;
  const texts = withText(sheet.texts, id, fact.text);
  return { ...sheet, ...changeOf(sheet, recorded), texts, revision };
}

function changeOf(
  { attributions, disputes }: ResponseSheet,
  { fact, id, actor }: Recorded<CustomerResponseFact>,
): Partial<ResponseSheet> {
  const reason = quote(id, fact.text, 'reason');
  const { at } = fact;
  switch (fact.type) {
    case 'ResponseAttributed': {
      const { before, shares } = fact;
      const line = { at, by: actor, before, shares, reason };
      return { shares, attributions: [...attributions, line] };
    }
    case 'AttributionDisputed': {
      const { by: person, share } = fact;
      return { disputes: [...disputes, { at, person, share, reason, settled: null }] };
    }
    case 'AttributionSettled': {
      const { person, outcome, before, shares } = fact;
      const settled = { at, by: actor, outcome, before, shares, reason };
      const lines = disputes.map((one) => (one.person === person ? { ...one, settled } : one));
      return { shares, disputes: lines };
    }
    case 'LoopClosed':
      return { loop: { at, by: actor, cause: fact.cause, reason } };
    case 'ResponseWithdrawn':
      return { stage: 'withdrawn', withdrawn: { at, by: actor, reason } };
    default:
      return {};
  }
}
