import { micro } from '@plumbline/scoring';
import type { PackVersion } from './rule-pack/rule-pack.ts';
import type { ReviewsPorts } from './reviews.ports.ts';
import { rulePackAggregate, rulePackStream } from './settings.facts.ts';
import { templateAggregate, templateStream } from './settings.facts.ts';
import type { TemplateVersion } from './template/template.ts';

/** What a cycle names of a rule pack or a template: this version of it, and no other. */
export interface Pinned {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

type Named = Pick<Pinned, 'id' | 'version'>;
type Transactor = Pick<ReviewsPorts, 'transactor'>;

/** A version of a rule pack, from the log itself; or undefined. */
export async function packOf(
  { transactor }: Transactor,
  tenant: string,
  { id, version }: Named,
): Promise<PackVersion | undefined> {
  const { state } = await transactor.load(rulePackAggregate, rulePackStream(tenant, id));
  return state.stage === 'none' ? undefined : state.versions[version - 1];
}

/** What a rating of a review is a multiple of, in millionths: what its pack rounds scores to. */
export async function stepOf(
  ports: Transactor,
  tenant: string,
  { pack }: { readonly pack: Named },
): Promise<number> {
  const pinned = await packOf(ports, tenant, pack);
  return micro / 10 ** (pinned?.pack.result.decimals ?? 6);
}

/** A version of a template, without its words, from the log itself; or undefined. */
export async function templateOf(
  { transactor }: Transactor,
  tenant: string,
  { id, version }: Named,
): Promise<TemplateVersion | undefined> {
  const { state } = await transactor.load(templateAggregate, templateStream(tenant, id));
  return state.stage === 'none' ? undefined : state.versions[version - 1];
}
