import type { Day } from '@plumbline/kernel';
import type { OrganizationFact } from './facts.ts';
import { fact } from './organization.testing.ts';

/** Numbers that only look random: the same seed gives the same ones. */
export function drawn(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const firstDay: Day = '2024-01-01';

/** A day of the years that generated organisations live in. */
export function dayOf(draw: (below: number) => number): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${2024 + draw(3)}-${two(1 + draw(12))}-${two(1 + draw(28))}`;
}

/**
 * As many posts and people, about six below each manager, and then a tenth of them on the move:
 * lines that change, people who move, leave and come back, posts that close, and corrections. No
 * post reports to one that was established after it, so that there is no circle.
 */
export function generatedHistory(people: number, seed: number): readonly OrganizationFact[] {
  const draw = drawn(seed);
  const post = (index: number) => `post-${index}`;
  const person = (index: number) => `person-${index}`;
  const above = (index: number) => post(Math.max(0, Math.floor((index - 1) / 6) - draw(3)));
  const facts: OrganizationFact[] = [];
  for (let index = 0; index < people; index += 1) {
    facts.push(
      fact('PostEstablished', {
        ...{ post: post(index), unit: `unit:u${index % 97}`, fte: 1, from: firstDay },
        manager: index === 0 ? null : above(index),
      }),
      fact('PersonJoined', { person: person(index), post: post(index), from: firstDay }),
    );
  }
  for (let change = 0; change < people / 10; change += 1) {
    const index = 1 + draw(people - 1);
    const [who, from] = [person(draw(people)), dayOf(draw)];
    const line = { post: post(index), line: 'solid', manager: post(draw(index)), from };
    const place = { person: who, post: post(draw(people)), from };
    const kinds: readonly (() => readonly OrganizationFact[])[] = [
      () => [fact('ReportingLineChanged', line)],
      () => [fact('PersonMoved', place)],
      () => [fact('PersonLeft', { person: who, from })],
      () => [fact('PersonLeft', { person: who, from: firstDay }), fact('PersonJoined', place)],
      () => [fact('PostClosed', { post: post(index), from })],
      () => [
        fact('ReportingLineChanged', line),
        fact('StructureCorrected', {
          of: { kind: 'post', id: line.post },
          ...{ field: 'line:solid', from },
          to: draw(2) === 0 ? null : { from: dayOf(draw), value: line.manager },
        }),
      ],
    ];
    facts.push(...(kinds[draw(kinds.length)]?.() ?? []));
  }
  return facts;
}
