import type { CustomerResponse } from '../api/types.ts';
import { numberText, shareText } from './figures.ts';

type Answer = CustomerResponse['answers'][number];
export type ResponseShare = CustomerResponse['shares'][number];

const metricTitles: Readonly<Record<string, string>> = {
  nps: 'Would recommend',
  csat: 'Satisfied',
  ces: 'Was easy',
};

const causes: Readonly<Record<NonNullable<Answer['noAnswer']>, string>> = {
  blank: 'left blank',
  'not-applicable': 'does not apply',
  'do-not-know': 'does not know',
  declined: 'declined to say',
  dismissed: 'closed the question',
};

/** What was answered, with its scale; or why there is no score, which is never one of 0. */
export function scoreLineText({ metric, scale, score, noAnswer }: Answer): string {
  const title = metricTitles[metric] ?? metric;
  if (score === null) return `${title}: ${causes[noAnswer ?? 'blank']}`;
  return `${title}: ${numberText(score)} of ${numberText(scale.max)}`;
}

export function holderText({ unit, person }: ResponseShare): string {
  return unit ?? person ?? 'nobody';
}

export function shareLineText(share: ResponseShare): string {
  return `${holderText(share)} (${shareText(share.share)})`;
}

export const outcomeTexts = {
  upheld: 'upheld',
  partly: 'upheld in part',
  rejected: 'rejected',
} as const;

/** How a response stands, in one sentence. */
export function responseText({ stage, loop }: Pick<CustomerResponse, 'stage' | 'loop'>): string {
  if (stage === 'withdrawn') return 'The response is withdrawn, and counts nowhere.';
  return loop.state === 'closed'
    ? 'Somebody went back to the customer.'
    : 'Nobody went back to the customer yet.';
}

/** Whether somebody may still dispute: they have a share, and have not disputed before. */
export function mayDispute(
  { stage, shares, disputes }: Pick<CustomerResponse, 'stage' | 'shares' | 'disputes'>,
  own: string,
): boolean {
  const isHeld = shares.some(({ person }) => person === own);
  return stage === 'recorded' && isHeld && disputes.every(({ person }) => person !== own);
}
