import type { Decider, Decision } from '@plumbline/kernel';
import { refusePack } from '@plumbline/scoring';
import type { PublishRulePack, RulePackCommand } from './rule-pack.commands.ts';
import { refuseVersion } from './rule-pack.rules.ts';
import { evolvePacks, initialPacks, type PublishedPacks } from './rule-pack.ts';
import type { RulePackFact } from './rule-pack.ts';

export const rulePackDecider: Decider<RulePackCommand, PublishedPacks, RulePackFact> = {
  initial: initialPacks,
  evolve: evolvePacks,
  decide: publish,
};

function publish(command: PublishRulePack, packs: PublishedPacks): Decision<RulePackFact> {
  const { act, packId, pack, hash, at } = command;
  const { version } = pack;
  const known = packs.stage === 'none' ? [] : packs.versions;
  // Already so: the very same pack, by whichever command.
  if (known.some((one) => one.version === version && one.hash === hash)) return [];
  const refused = refusePack(pack) ?? refuseVersion(version, known.length);
  if (refused !== undefined) return refused;
  return [{ type: 'RulePackPublished', act, packId, version, hash, pack, at }];
}
