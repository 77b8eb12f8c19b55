import type { Points, Redemption, RewardProgramme } from '../api/types.ts';
import { numberText } from './figures.ts';
import { factTitle } from './history.ts';

/** What a value or a reward is called, also one that is not offered any more. */
export function offeredName(
  programme: RewardProgramme | null | undefined,
  kind: 'value' | 'reward',
  id: string,
): string {
  if (programme === null || programme === undefined) return id;
  const offered: readonly { readonly id: string; readonly name: string | null }[] =
    kind === 'value' ? programme.values : programme.rewards;
  const withdrawn = programme.withdrawn.filter((one) => one.kind === kind);
  return [...offered, ...withdrawn].find((one) => one.id === id)?.name ?? id;
}

export function pointsText(points: number, locale?: string): string {
  return `${numberText(points, locale)} ${points === 1 ? 'point' : 'points'}`;
}

/** For each of several receivers as many. */
export function awardText(points: number, receivers: number): string | undefined {
  if (points === 0) return undefined;
  return receivers === 1 ? pointsText(points) : `${pointsText(points)} each`;
}

const postingTexts: Readonly<Record<string, string>> = {
  AllowanceGranted: 'Allowance of the month',
  AllowanceExpired: 'What was left of the month has lapsed',
  RecognitionGiven: 'Given to colleagues',
  PointsReceived: 'Received',
  RewardRedeemed: 'Redeemed for a reward',
  RewardFulfilled: 'Reward handed out',
  RewardDeclined: 'Reward declined, points back',
};

export function postingText(type: string): string {
  const bare = type.replace(/^.*\.([A-Z]\w*)\.v\d+$/, '$1');
  return postingTexts[bare] ?? factTitle(bare);
}

/** Receivers as they were typed, between commas or blanks; each once. */
export function receiversOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))];
}

/** What stands in the way of a reward; nothing where it can be redeemed. */
export function lackText(cost: number, { earned }: Pick<Points, 'earned'>): string | undefined {
  return earned >= cost ? undefined : `${pointsText(cost - earned)} more needed`;
}

/** How a redemption stands, in one sentence. */
export function redemptionText({ state }: Pick<Redemption, 'state'>): string {
  if (state === 'open') return 'The redemption waits for a decision.';
  return state === 'fulfilled' ? 'The reward was handed out.' : 'The redemption was declined.';
}

type Terms = Pick<RewardProgramme, 'monthlyAllowance' | 'pointsPerRecognitionMax'>;

export function termsText({ monthlyAllowance, pointsPerRecognitionMax }: Terms): string {
  return (
    `Everybody has ${pointsText(monthlyAllowance)} a month to give, at most ` +
    `${pointsText(pointsPerRecognitionMax)} at once`
  );
}

/** How the programme stands, in one sentence. */
export function programmeText(programme: RewardProgramme): string {
  const { values, rewards } = programme;
  const count = (of: number, one: string) => `${of} ${of === 1 ? one : `${one}s`}`;
  const offered = [count(values.length, 'value'), count(rewards.length, 'reward')];
  return `${termsText(programme)}, for ${offered.join(' and ')}.`;
}
