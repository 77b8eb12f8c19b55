import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../directory.testing.ts';
import {
  companyApp,
  founded,
  itemsOf,
  newPost,
  personOf,
  type Company,
} from './company.testing.ts';

let at: Company;
let importer: Caller;
beforeAll(async () => {
  at = await companyApp();
  importer = at.as('imp', { roles: ['importer'] });
});
afterAll(() => at.close());

const postLine = (post: string, unit: string, manager: string | null) => ({
  ...{ key: post, changes: [newPost(post, unit, manager)] },
});
const personLine = (person: string, post: string | null, more = {}) => ({
  key: `key-${person}`,
  person: { person, name: `Name of ${person}`, post, from: '2026-02-01', ...more },
});
/** Without the last line, which counts the others. */
const send = async (path: string, lines: readonly unknown[]) =>
  (await importer.lines(path, lines)).filter((one) => 'key' in one || 'problem' in one);

describe('importing a structure', () => {
  const lines = [
    {
      key: 'lab',
      changes: [
        { type: 'EstablishUnit', unit: 'lab', parent: 'company', from: founded, name: 'Lab' },
        newPost('lab-head', 'lab', 'director'),
        { type: 'HeadUnit', unit: 'lab', post: 'lab-head', from: founded },
      ],
    },
    postLine('lab-1', 'lab', 'lab-head'),
    postLine('lab-2', 'none', 'lab-head'),
    postLine('lab-3', 'lab', 'nobody'),
    {
      key: 'circle',
      changes: [
        {
          ...{ type: 'ChangeReportingLine', post: 'lab-head', line: 'solid', manager: 'lab-1' },
          from: founded,
        },
      ],
    },
    { key: 'shape', changes: [{ ...newPost('lab-4', 'lab', null), fte: 'one' }] },
    { key: 'field', changes: [newPost('lab-4', 'lab', null)], colour: 'red' },
  ];
  const refused = (key: string, code: string, field: string) => ({
    ...{ key, status: 'refused' },
    problem: { code, errors: [{ field }] },
  });

  it('takes what is good, and refuses the rest by name', async () => {
    const answers = await send('/structure/import', lines);
    expect(answers.slice(0, 5)).toMatchObject([
      { line: 1, key: 'lab', status: 'recorded', id: 'lab' },
      { line: 2, key: 'lab-1', status: 'recorded' },
      refused('lab-2', 'structure/unknown-unit', '/changes/0/unit'),
      refused('lab-3', 'structure/unknown-post', '/changes/0/manager'),
      refused('circle', 'structure/line-cycle', '/changes/0/manager'),
    ]);
    expect(answers.slice(5)).toMatchObject([
      { line: 6, status: 'refused', problem: { code: 'request/invalid-body' } },
      { line: 7, status: 'refused', problem: { errors: [{ field: '/colour' }] } },
    ]);
    await at.settled();
    const posts = itemsOf(await at.ada.get('/posts?unit=lab'));
    expect(posts.map((one) => one['post'])).toEqual(['lab-1', 'lab-head']);
  });

  it('takes a share of full time with at most four decimal places, however it is written', async () => {
    const shared = [0.0001, 0.3333, 1e-7, 0.00005, 1.00001].map((fte, at) => ({
      key: `share-${at}`,
      changes: [{ ...newPost(`lab-share-${at}`, 'lab', 'lab-head'), fte }],
    }));
    const answers = await send('/structure/import', shared);
    expect(answers.map(({ status }) => status)).toEqual([
      ...['recorded', 'recorded', 'refused', 'refused', 'refused'],
    ]);
    expect(answers[2]).toMatchObject({
      problem: {
        errors: [
          { field: '/changes/0/fte', remedy: expect.stringContaining('four decimal places') },
        ],
      },
    });
  });

  it('changes nothing the second time', async () => {
    const head = await at.log.head();
    const again = await send('/structure/import', lines.slice(0, 2));
    expect(again).toMatchObject([{ status: 'unchanged' }, { status: 'unchanged' }]);
    expect(await at.log.head()).toBe(head);
  });

  it('says in a dry run what would be, and records nothing', async () => {
    const head = await at.log.head();
    const dry = await send('/structure/import?dryRun=true', [
      ...[postLine('lab-1', 'lab', 'lab-head'), postLine('lab-5', 'lab', 'lab-head')],
      ...[postLine('lab-6', 'none', null), postLine('lab-7', 'lab', 'lab-5')],
      ...[postLine('lab-5', 'lab', 'lab-head'), postLine('lab-8', 'lab', 'lab-6')],
    ]);
    expect(dry).toMatchObject([
      ...[{ status: 'unchanged' }, { status: 'recorded' }],
      refused('lab-6', 'structure/unknown-unit', '/changes/0/unit'),
      // Each on the good lines before it, as when it is recorded.
      ...[{ status: 'recorded' }, { status: 'unchanged' }],
      refused('lab-8', 'structure/unknown-post', '/changes/0/manager'),
    ]);
    const [other] = await send('/structure/import?dryRun=true', [postLine('p', 'lab', 'lab-5')]);
    expect(other).toMatchObject({ status: 'refused' });
    expect(await at.log.head()).toBe(head);
  });

  it('takes many lines at once into one stream, each with its own answer', async () => {
    const many = Array.from({ length: 128 }, (_, index) =>
      postLine(`hand-${index}`, index % 16 === 15 ? 'none' : 'works', 'smith'),
    );
    const answers = await send('/structure/import', many);
    const byKey = new Map(answers.map((one) => [one['key'], one['status']]));
    expect(byKey.size).toBe(128);
    for (const [index, { key }] of many.entries()) {
      expect([key, byKey.get(key)]).toEqual([key, index % 16 === 15 ? 'refused' : 'recorded']);
    }
    await at.settled();
    expect(itemsOf(await at.ada.get('/posts?unit=works&limit=1000'))).toHaveLength(121);
    const { facts } = await at.log.readAll(null, { limit: 5_000 });
    const hands = facts.filter(({ body }) => body.includes('"hand-'));
    expect(hands).toHaveLength(120);
    const commandOf = (body: string) => (JSON.parse(body) as { commandId: string }).commandId;
    const commands = new Set(hands.map(({ body }) => commandOf(body)));
    // What comes while one is worked on is put together: there are fewer commands than lines.
    expect(commands.size).toBeGreaterThan(1);
    expect(commands.size).toBeLessThan(hands.length);
  });
});

describe('importing people', () => {
  it('takes what is good, refuses the rest by name, and changes nothing the second time', async () => {
    const lines = [
      personLine('pia', 'clerk', { mail: 'pia@firm.example' }),
      personLine('quin', null),
      personLine('rob', 'none'),
      personLine('two words', null),
      { ...personLine('una', null), person: { person: 'una', name: 'U', post: null } },
      personLine('ada', 'smith'),
    ];
    const answers = await send('/people/import', lines);
    expect(answers).toMatchObject([
      ...[
        { key: 'key-pia', status: 'recorded', id: 'pia' },
        { status: 'recorded', id: 'quin' },
      ],
      { problem: { code: 'person/unknown-post', errors: [{ field: '/person/post' }] } },
      { problem: { errors: [{ field: '/person/person' }] } },
      { problem: { errors: [{ field: '/person/from' }] } },
      { problem: { code: 'person/already-here', errors: [{ field: '/person/from' }] } },
    ]);
    await at.settled();
    expect(personOf(await at.sam.get('/people/pia'))).toMatchObject({
      ...{ name: 'Name of pia', managers: ['sam'] },
      details: { mail: 'pia@firm.example' },
    });
    const head = await at.log.head();
    const again = await send('/people/import', lines.slice(0, 2));
    expect(again).toMatchObject([{ status: 'unchanged' }, { status: 'unchanged' }]);
    expect(await at.log.head()).toBe(head);
  });

  it('takes the zone of who is there already, once', async () => {
    const line = personLine('quin', null, { zone: 'Asia/Tokyo' });
    const [tried] = await send('/people/import?dryRun=true', [line]);
    const [taken] = await send('/people/import', [line]);
    const [again] = await send('/people/import', [line]);
    expect([tried, taken, again]).toMatchObject([
      ...[{ status: 'recorded' }, { status: 'recorded' }, { status: 'unchanged' }],
    ]);
    await at.settled();
    expect(personOf(await at.root.get('/people/quin'))).toMatchObject({ person: 'quin' });
    const strange = personLine('quin', null, { zone: 'Nowhere' });
    expect(await send('/people/import', [strange])).toMatchObject([
      { status: 'refused', problem: { errors: [{ field: '/person/zone' }] } },
    ]);
  });

  it('says in a dry run what would be, and records nothing', async () => {
    const head = await at.log.head();
    const lines = [
      personLine('vera', 'clerk'),
      personLine('pia', 'clerk'),
      personLine('x', 'none'),
    ];
    expect(await send('/people/import?dryRun=true', lines)).toMatchObject([
      ...[{ status: 'recorded' }, { status: 'unchanged' }],
      { status: 'refused', problem: { errors: [{ field: '/person/post' }] } },
    ]);
    expect(await at.log.head()).toBe(head);
    expect((await at.sam.get('/people/vera')).status).toBe(404);
  });

  it('is for importers and administrators', async () => {
    for (const path of ['/people/import', '/structure/import']) {
      for (const caller of [at.ada, at.hana, at.sam]) {
        const [answer] = await caller.lines(path, [personLine('wilma', null)]);
        expect(answer).toMatchObject({ status: 403, code: 'permission/directory-import' });
      }
    }
    const [taken] = await at.root.lines('/people/import', [personLine('wilma', null)]);
    expect(taken).toMatchObject({ status: 'recorded' });
  });
});
