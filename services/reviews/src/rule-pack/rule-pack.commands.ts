import type { Instant } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';

export type RulePackCommand = PublishRulePack;

/** Whoever publishes says which version it is: two who publish at once do not follow each other. */
export interface PublishRulePack {
  readonly type: 'PublishRulePack';
  readonly act: string;
  /** The name of the pack. */
  readonly packId: string;
  readonly pack: RulePack;
  /** Of the pack, as its fact has it. */
  readonly hash: string;
  readonly at: Instant;
  readonly now: Instant;
}
