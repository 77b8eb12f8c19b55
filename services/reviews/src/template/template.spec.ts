import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { micro } from '@plumbline/scoring';
import type { PublishTemplate } from './template.commands.ts';
import { templateDecider } from './template.decide.ts';
import * as the from './template.histories.ts';
import { anchorsMax, inputsMax, itemsPerSectionMax } from './template.rules.ts';
import { templateVersionsMax } from './template.rules.ts';
import type { Item, ReviewTemplate, Section, TemplateFact } from './template.ts';

const { given } = specification(templateDecider);
const { publish, published, publishNext, publishedNext, words, yearly } = the;
const one = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);

/** The template with something else in it, and the words that this needs. */
function changed(change: Partial<ReviewTemplate>, more: object = {}): PublishTemplate {
  return {
    ...{ ...publish, hash: JSON.stringify(change) },
    ...{ template: { ...yearly, ...change }, words: { ...words, ...more } },
  };
}
const asking = (items: readonly Item[], more: object = {}): PublishTemplate => {
  const sections: Section[] = [{ role: 'manager', items }];
  const told = Object.fromEntries(items.map(({ id }) => [`item.${id}.en`, 'A question']));
  const { 'title.en': title, ...rest } = words;
  const anchors = Object.fromEntries(Object.entries(rest).filter(([name]) => name[0] === 'a'));
  const template = { ...yearly, sections, inputs: [], languages: ['en'] };
  return {
    ...publish,
    template,
    words: { 'title.en': String(title), ...anchors, ...told, ...more },
  };
};
const text = (id: string): Item => ({ id, kind: 'text', required: false });
const many = (count: number) => Array.from({ length: count }, (_, at) => text(`q${at}`));

describe('publishing a template', () => {
  it('makes its first version, and the next ones', () => {
    given().when(publish).then(published);
    given(published).when(publishNext).then(publishedNext);
  });

  it('of a version that is there, the same, changes nothing, whoever asks', () => {
    given(published, publishedNext)
      .when({ ...publish, act: 'another' })
      .nothing();
  });

  it('never puts something else in the place of a version, and leaves none out', () => {
    const other = { ...publish, hash: 'f6'.repeat(32), words: { ...words, 'title.en': 'Year' } };
    given(published).when(other).rejects('template/version-taken', '/version');
    given().when(publishNext).rejects('template/version-not-next', '/version');
    for (const version of [0, -1, 1.5, Number.NaN]) {
      given().when(changed({ version })).rejects('template/version-not-next', '/version');
    }
  });

  it('has an end', () => {
    const all = Array.from({ length: templateVersionsMax }, (_, at): TemplateFact => {
      return { ...published, version: at + 1, hash: String(at) };
    });
    given(...all.slice(1))
      .when(changed({ version: templateVersionsMax }))
      .thenSatisfies(one);
    given(...all)
      .when(changed({ version: templateVersionsMax + 1 }))
      .rejects('template/too-many-versions', '/version');
  });

  it('keeps every version to be found, and none of its words in the state', () => {
    const state = fold(templateDecider, templateDecider.initial, [published, publishedNext]);
    expect(state).toMatchObject({
      ...{ stage: 'published', templateId: 'yearly' },
      versions: [{ version: 1, hash: publish.hash, template: yearly }, { version: 2 }],
    });
    expect(JSON.stringify(state)).not.toContain('proud of');
  });
});

describe('a template', () => {
  const scale = (change: object) => changed({ scale: { ...yearly.scale, ...change } });
  const sections = (change: readonly Section[]) => changed({ sections: change });
  const inputs = (...parts: string[]) =>
    changed({ inputs: parts.map((part) => ({ part, from: 'goals' })) });
  const twoKinds: Item[] = [{ id: 'proud', kind: 'rating', required: true }];
  const refused: readonly (readonly [string, PublishTemplate, string, string])[] = [
    ['has a name that is no code', changed({ name: 'Jährlich' }), 'name-not-a-code', '/name'],
    ['has a scale without a name', scale({ name: '' }), 'name-not-a-code', '/scale/name'],
    ['has one anchor', scale({ anchors: [micro] }), 'anchors', '/scale/anchors'],
    [
      'has anchors that fall',
      scale({ anchors: [micro, 3 * micro, 2 * micro, 5 * micro] }),
      ...(['anchors-out-of-order', '/scale/anchors'] as const),
    ],
    [
      'has half a millionth',
      scale({ anchors: [micro, 2.5, 5 * micro] }),
      ...(['anchors-out-of-order', '/scale/anchors'] as const),
    ],
    ['ends above its anchors', scale({ max: 6 * micro }), 'anchors-out-of-order', '/scale/anchors'],
    ['begins below its anchors', scale({ min: 0 }), 'anchors-out-of-order', '/scale/anchors'],
    [
      'asks a role twice',
      sections([...yearly.sections, ...yearly.sections.slice(0, 1)]),
      ...(['role-twice', '/sections'] as const),
    ],
    ['asks no manager', sections(yearly.sections.slice(0, 1)), 'no-manager', '/sections'],
    ['asks nobody', sections([]), 'no-manager', '/sections'],
    ['asks nothing', asking([]), 'items', '/sections/0/items'],
    ['asks the same twice', asking([text('a'), text('a')]), 'item-twice', '/sections/0/items'],
    ['asks by no id', asking([text('a.b')]), 'id-malformed', '/sections/0/items/0/id'],
    [
      'asks one id for two things',
      sections([...yearly.sections.slice(0, 2), { role: 'peer', items: twoKinds }]),
      ...(['item-of-two-kinds', '/sections/2/items/0/id'] as const),
    ],
    [
      'counts in a part without a name',
      asking([{ id: 'a', kind: 'rating', required: true, part: '' }]),
      ...(['name-not-a-code', '/sections/0/items/0/part'] as const),
    ],
    ['measures nothing by name', inputs('A B'), 'name-not-a-code', '/inputs/0/part'],
    ['measures a part twice', inputs('goals', 'goals'), 'input-twice', '/inputs/1/part'],
    ['measures what is judged', inputs('peers'), 'measured-and-judged', '/inputs/0/part'],
  ];

  it.each(refused.map(([why, ...rest]) => [why, rest] as const))(
    'is refused when it %s',
    (_, [command, code, field]) => {
      given().when(command).rejects(`template/${code}`, field);
    },
  );

  it('has so many anchors, items and inputs at most', () => {
    const anchors = (count: number) => {
      const all = Array.from({ length: count }, (__, at) => (at + 1) * micro);
      const told = Object.fromEntries(all.map((rating) => [`anchor.${rating}.en`, 'A level']));
      const wide = { name: 'wide', min: micro, max: count * micro, anchors: all };
      return changed({ scale: wide }, told);
    };
    given().when(anchors(anchorsMax)).thenSatisfies(one);
    given()
      .when(anchors(anchorsMax + 1))
      .rejects('template/anchors', '/scale/anchors');
    given()
      .when(asking(many(itemsPerSectionMax)))
      .thenSatisfies(one);
    given()
      .when(asking(many(itemsPerSectionMax + 1)))
      .rejects('template/items', '/sections/0/items');
    const parts = Array.from({ length: inputsMax + 1 }, (__, at) => `p${at}`);
    given()
      .when(inputs(...parts.slice(1)))
      .thenSatisfies(one);
    given()
      .when(inputs(...parts))
      .rejects('template/too-many-inputs', '/inputs');
  });
});
