import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { alignmentDecider, parentsMax } from './alignment.decide.ts';
import { align, aligned, alignTeam, otherTeam, owner, person } from './alignment.histories.ts';
import { realign, realigned, team, teamAligned, theme } from './alignment.histories.ts';
import { unalign, unaligned } from './alignment.histories.ts';
import { evolveAlignments, initialAlignments, type AlignmentFact } from './alignment.ts';

const { given } = specification(alignmentDecider);

/** The person's goal aligned once more, to some other goal. */
const other = (id: string, share: number | null, from: string = aligned.from): AlignmentFact => ({
  ...aligned,
  ...{ act: `act-${id}`, alignmentId: id, parent: { goal: `goal-${id}` }, share, from },
});
const another = { ...align, act: 'another', alignmentId: 'another' };

describe('aligning a goal', () => {
  it('says what it pulls on, how, and from when: a goal or a theme', () => {
    given().when(align).then(aligned);
    given(aligned).when(alignTeam).then(teamAligned);
  });

  it('is refused where it is so already, and possible again after the end', () => {
    given(aligned).when(another).rejects('alignment/already-aligned', '/parent');
    given(aligned, unaligned)
      .when({ ...another, from: '2026-08-31' })
      .rejects('alignment/already-aligned');
    given(aligned, unaligned)
      .when({ ...another, from: '2026-09-01' })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });

  it('is refused under an id that is taken', () =>
    given(aligned)
      .when({ ...another, alignmentId: align.alignmentId })
      .rejects('alignment/already-exists'));

  it('is refused to itself', () =>
    given()
      .when({ ...align, parent: { goal: person } })
      .rejects('alignment/to-itself', '/parent'));

  it('takes as many parents as allowed, and not one more', () => {
    const parents = Array.from({ length: parentsMax }, (_, index) => ({
      ...other(`p${index}`, null),
      mode: 'supports' as const,
    }));
    const support = { ...another, mode: 'supports', share: null } as const;
    given(...parents)
      .when(support)
      .rejects('alignment/too-many-parents');
    given(...parents.slice(1))
      .when(support)
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });
});

describe('shares', () => {
  it('are asked of what contributes, and of that only', () => {
    given()
      .when({ ...align, share: null })
      .rejects('alignment/share-missing', '/share');
    given()
      .when({ ...align, mode: 'supports' })
      .rejects('alignment/share-of-support', '/share');
    given()
      .when({ ...align, mode: 'supports', share: null })
      .then({ ...aligned, mode: 'supports', share: null });
  });

  it.each([0, -0.1, 0.000_000_4, Number.NaN])('are not %d', (share) =>
    given()
      .when({ ...align, share })
      .rejects('alignment/share-not-positive', '/share'),
  );

  it('are one at most, alone and together', () => {
    given()
      .when({ ...align, share: 0.000_001 })
      .then({ ...aligned, share: 0.000_001 });
    given()
      .when({ ...align, share: 1 })
      .then({ ...aligned, share: 1 });
    given()
      .when({ ...align, share: 1.000_001 })
      .rejects('alignment/shares-exceed-one', '/share');
    given(other('a', 0.4)).when(align).then(aligned);
    given(other('a', 0.400_001)).when(align).rejects('alignment/shares-exceed-one');
  });

  it('are added without the errors of fractions', () => {
    const history = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => other(id, 0.1));
    given(...history)
      .when({ ...align, share: 0.3 })
      .then({ ...aligned, share: 0.3 });
    given(other('a', 1 / 3), other('b', 1 / 3))
      .when({ ...align, share: 1 / 3 })
      .then({ ...aligned, share: 1 / 3 });
  });

  it('are one at most on every day, also on those to come', () => {
    const later = other('later', 0.5, '2026-10-01');
    given(later).when(align).rejects('alignment/shares-exceed-one');
    given(aligned, unaligned)
      .when({ ...another, parent: { goal: 'x' }, share: 1, from: '2026-09-01' })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given(aligned, unaligned)
      .when({ ...another, parent: { goal: 'x' }, share: 1, from: '2026-08-31' })
      .rejects('alignment/shares-exceed-one');
  });
});

describe('a cycle', () => {
  const up = (id: string, child: string, goal: string, from = '2026-04-01') => ({
    ...aligned,
    ...{ act: `act-${id}`, alignmentId: id, child, parent: { goal }, from, share: 0.1 },
  });
  const close = { ...another, child: team, parent: { goal: person }, share: 0.1 };

  it('is refused, and its goals are named', () => {
    given(aligned).when(close).rejects('alignment/cycle', '/parent');
    const history = [up('1', 'a', 'b'), up('2', 'b', 'c')];
    const state = history.reduce(evolveAlignments, initialAlignments);
    const refused = alignmentDecider.decide({ ...close, child: 'c', parent: { goal: 'a' } }, state);
    expect(isRejection(refused) && refused.detail).toContain('c, a, b, c');
  });

  it('is one on the days only on which all of it holds', () => {
    given(aligned, unaligned)
      .when({ ...close, from: '2026-09-01' })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given(aligned, unaligned)
      .when({ ...close, from: '2026-08-31' })
      .rejects('alignment/cycle');
  });

  it('is found on days to come', () => {
    const history = [up('1', 'a', 'b', '2027-01-01'), up('2', 'b', 'c')];
    given(...history)
      .when({ ...close, child: 'c', parent: { goal: 'a' } })
      .rejects('alignment/cycle');
  });

  it('is none where two ways lead to one goal', () => {
    const ways = [up('1', 'a', 'b'), up('2', 'a', 'c'), up('3', 'b', 'd')];
    given(...ways)
      .when({ ...close, child: 'c', parent: { goal: 'd' } })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });

  it.each([
    ['2026-04-01', '2026-05-01'],
    ['2026-05-01', '2026-06-01'],
  ])('is found from %s to %s where a goal is above by one way, then by another', (from, on) => {
    const end = (id: string, until: string) => ({ ...unaligned, alignmentId: id, on: until });
    const inApril = [up('1', 'p', 'x'), end('1', '2026-05-01')];
    const inMay = [up('2', 'p', 'y'), up('3', 'y', 'x', '2026-05-01'), end('3', '2026-06-01')];
    given(...inApril, ...inMay, up('4', 'x', 'c', from), end('4', on))
      .when({ ...close, child: 'c', parent: { goal: 'p' } })
      .rejects('alignment/cycle');
  });

  it('of supports is one too', () =>
    given({ ...aligned, mode: 'supports', share: null })
      .when({ ...close, mode: 'supports', share: null })
      .rejects('alignment/cycle'));
});

describe('ending an alignment', () => {
  it('names the first day without it', () => given(aligned).when(unalign).then(unaligned));

  it('is possible from its first day on', () => {
    given(aligned)
      .when({ ...unalign, on: aligned.from })
      .then({ ...unaligned, on: aligned.from });
    given(aligned)
      .when({ ...unalign, on: '2026-03-31' })
      .rejects('alignment/ends-before-it-starts', '/on');
  });

  it('is so already on the same day, and final on any other', () => {
    given(aligned, unaligned)
      .when({ ...unalign, act: 'again' })
      .nothing();
    given(aligned, unaligned)
      .when({ ...unalign, act: 'again', on: '2026-10-01' })
      .rejects('alignment/not-aligned');
    given().when(unalign).rejects('alignment/not-found');
  });
});

describe('moving an alignment', () => {
  it('ends one and begins another on one day', () =>
    given(aligned)
      .when(realign)
      .then(...realigned));

  it('may change how it counts, and keeps what is not given', () => {
    const [end, begin] = realigned;
    given(aligned)
      .when({ ...realign, parent: { goal: team }, share: 1 })
      .then(end, { ...begin, parent: { goal: team }, share: 1 });
    given(aligned)
      .when({ ...realign, mode: 'supports' })
      .then(end, { ...begin, mode: 'supports', share: null });
    given({ ...aligned, mode: 'supports', share: null })
      .when({ ...realign, mode: 'contributes' })
      .rejects('alignment/share-missing');
  });

  it('to where it is, as it is, is no fact', () =>
    given(aligned)
      .when({ ...realign, parent: { goal: team } })
      .nothing());

  it('is held to the rules of an alignment, the ended one counting no more', () => {
    given(aligned, other('a', 0.4))
      .when({ ...realign, share: 0.6 })
      .thenSatisfies((facts) => expect(facts).toHaveLength(2));
    given(aligned, other('a', 0.4))
      .when({ ...realign, share: 0.7 })
      .rejects('alignment/shares-exceed-one');
    const above = { ...teamAligned, child: otherTeam, parent: { goal: person } };
    given(aligned, above).when(realign).rejects('alignment/cycle');
    given(aligned, teamAligned)
      .when({ ...realign, parent: theme })
      .thenSatisfies(([, begun]) => expect(begun).toMatchObject({ parent: theme }));
  });

  it('needs one that has not ended, and an id that is free', () => {
    given(aligned, unaligned).when(realign).rejects('alignment/not-aligned');
    given().when(realign).rejects('alignment/not-found');
    given(aligned, teamAligned)
      .when({ ...realign, next: teamAligned.alignmentId })
      .rejects('alignment/already-exists');
    given(aligned)
      .when({ ...realign, owner, on: '2026-03-31' })
      .rejects('alignment/ends-before-it-starts');
  });
});
