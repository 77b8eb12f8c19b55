import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { rulePackDecider } from './rule-pack.decide.ts';
import * as the from './rule-pack.histories.ts';
import { packVersionsMax } from './rule-pack.rules.ts';
import type { RulePackFact } from './rule-pack.ts';

const { given } = specification(rulePackDecider);
const { publish, published, publishNext, publishedNext, yearly } = the;
const hash = 'c3'.repeat(32);

describe('publishing a rule pack', () => {
  it('makes its first version, and the next ones', () => {
    given().when(publish).then(published);
    given(published).when(publishNext).then(publishedNext);
  });

  it('of a version that is there, the same, changes nothing, whoever asks', () => {
    given(published, publishedNext)
      .when({ ...publish, act: 'another' })
      .nothing();
  });

  it('never puts something else in the place of a version', () => {
    const other = { ...publish, act: 'another', hash, pack: { ...yearly, daysMin: 30 } };
    given(published).when(other).rejects('rule-pack/version-taken', '/version');
    given(published, publishedNext).when(other).rejects('rule-pack/version-taken', '/version');
  });

  it('leaves no version out', () => {
    given().when(publishNext).rejects('rule-pack/version-not-next', '/version');
    given(published)
      .when({ ...publishNext, hash, pack: { ...yearly, version: 3 } })
      .rejects('rule-pack/version-not-next', '/version');
  });

  it('is refused where the pack cannot score', () => {
    given()
      .when({ ...publish, pack: { ...yearly, total: 'nothing' } })
      .rejects('rule-pack/part-not-found', '/total');
    given()
      .when({ ...publish, pack: { ...yearly, version: 0 } })
      .rejects('rule-pack/version-not-a-count', '/version');
  });

  it('has an end', () => {
    const many = Array.from({ length: packVersionsMax }, (_, at): RulePackFact => {
      return {
        ...published,
        version: at + 1,
        hash: String(at),
        pack: { ...yearly, version: at + 1 },
      };
    });
    const next = (version: number) => ({ ...publish, hash, pack: { ...yearly, version } });
    given(...many.slice(1))
      .when(next(packVersionsMax))
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given(...many)
      .when(next(packVersionsMax + 1))
      .rejects('rule-pack/too-many-versions', '/version');
  });

  it('keeps every version to be found', () => {
    const { initial } = rulePackDecider;
    expect(fold(rulePackDecider, initial, [published, publishedNext])).toEqual({
      ...{ stage: 'published', packId: the.packId },
      versions: [
        { version: 1, hash: publish.hash, pack: yearly },
        { version: 2, hash: publishNext.hash, pack: the.fewerPeers },
      ],
    });
  });
});
