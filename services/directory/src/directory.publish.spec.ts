import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { publish, type Published } from './directory.publish.ts';
import { newestVersions, type DirectoryFact } from './facts.ts';
import * as letter from './letter/letter.histories.ts';
import * as person from './person/person.histories.ts';
import type { PersonFact } from './person/person.ts';
import * as reorganisation from './reorganisation/reorganisation.histories.ts';
import * as structure from './structure/structure.histories.ts';
import type { StructureFact } from './structure/structure.ts';

const ofTheTop = structure.unitEstablished('company', null);
const ofACode = structure.unitEstablished('Night shift', 'sales');
const structureFacts: readonly StructureFact[] = [
  ...[ofTheTop, ofACode, structure.unitMoved('desk', 'works', structure.spring)],
  ...[structure.unitHeaded('desk', 'clerk', structure.spring), structure.unitRenamed],
  ...[structure.unitClosed('desk', structure.summer), ...structure.company],
  ...[structure.postMoved('clerk', 'works', structure.spring), structure.postRetitled],
  ...[structure.postClosed('clerk', structure.summer)],
  ...[structure.lineChanged('clerk', null, structure.spring)],
  structure.lineChanged('clerk', 'smith', structure.spring, 'dotted:finance'),
  structure.structureCorrected,
];
const personFacts: readonly PersonFact[] = [...person.wholeStory, person.presenceCorrected];
const reorganisationFacts = [
  ...[reorganisation.ordered, reorganisation.stepped, reorganisation.completed],
  reorganisation.stopped,
];
const letterFacts = [letter.attempted, letter.deferred, letter.settled];
const facts: readonly DirectoryFact[] = [
  ...[...structureFacts, ...personFacts, ...reorganisationFacts, ...letterFacts],
];

const dataOf = (fact: DirectoryFact) => publish(fact)?.data;

describe('the gate of the directory', () => {
  it('looks at every fact, and keeps in what is words only, and letters', () => {
    expect(new Set(facts.map(({ type }) => type))).toEqual(new Set(Object.keys(newestVersions)));
    const kept = facts.filter((fact) => publish(fact) === null).map(({ type }) => type);
    const words = ['UnitRenamed', 'PostRetitled', 'PersonRenamed'];
    const letters = letterFacts.map(({ type }) => type);
    expect(new Set(kept)).toEqual(new Set([...words, ...letters]));
    for (const fact of facts) {
      expect([null, `directory.${fact.type}.v1`]).toContain(publish(fact)?.type ?? null);
    }
  });

  it('lets no written word out, and neither a grade nor the kind of a leave', () => {
    const graded = { ...structure.postEstablished('p', 'u', null), grade: 'SCS1' } as DirectoryFact;
    const out = JSON.stringify([...facts, graded].map((fact) => publish(fact)));
    const written = facts.flatMap((fact) => {
      return 'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [];
    });
    expect(written.length).toBeGreaterThan(10);
    for (const words of [...written, 'SCS1', 'parental']) expect(out).not.toContain(words);
  });

  it('tells a unit as the owner of a goal is told', () => {
    expect(dataOf(ofACode)).toMatchObject({ unit: 'unit:Night shift', parent: 'unit:sales' });
    expect(dataOf(ofTheTop)).toMatchObject({ unit: 'unit:company', parent: null });
    expect(dataOf(person.roleGranted)).toMatchObject({ unit: 'unit:service-desk' });
    expect(dataOf({ ...person.roleGranted, unit: null } as PersonFact)).toMatchObject({
      unit: null,
    });
    expect(dataOf(reorganisation.ordered)).toMatchObject({ unit: 'unit:sales' });
  });

  it('tells how many moves were ordered, but not which', () => {
    expect(dataOf(reorganisation.ordered)).toMatchObject({ moves: reorganisation.moves.length });
  });

  it('tells of a delegation of everything that it is not of some actions', () => {
    expect(dataOf(person.delegated)).toMatchObject({ actions: ['goal/read', 'goal/change'] });
    const all = { ...person.delegated, actions: 'all' } as PersonFact;
    expect(dataOf(all)).toMatchObject({ actions: null });
  });
});

describe('a correction', () => {
  const from = structure.founded;
  const of = (kind: 'unit' | 'post', field: string, value: string | boolean | null) => {
    const about = { of: { kind, id: 'desk' }, field, to: { from, value } };
    return { ...structure.structureCorrected, ...about } as StructureFact;
  };

  it.each([
    ['the unit above a unit', of('unit', 'parent', 'works'), { value: 'unit:works' }],
    ['a unit of none above', of('unit', 'parent', null), { value: null }],
    ['the head of a unit', of('unit', 'head', 'clerk'), { value: 'clerk' }],
    ['the unit of a post', of('post', 'unit', 'works'), { value: 'unit:works' }],
    ['a line of a post', of('post', 'line:dotted:x', 'smith'), { value: 'smith' }],
    ['a closing', of('unit', 'closed', true), { holds: true }],
    ['a post of a person', person.corrected, { value: 'desk-02' }],
    ['a presence', person.presenceCorrected, { holds: true }],
  ])('of %s has a code, or yes or no', (_, fact, expected) => {
    const { to } = dataOf(fact) as { readonly to: Readonly<Record<string, unknown>> };
    const { from: day, ...value } = to;
    expect(day).toMatch(/^2026-/);
    expect(value).toEqual(expected);
    expect(faultsOf(publish(fact))).toEqual([]);
  });

  it('that takes an entry back has nothing in its place', () => {
    const back = { ...structure.structureCorrected, to: null } as StructureFact;
    expect(dataOf(back)).toMatchObject({ of: { kind: 'post', id: 'clerk' }, to: null });
    expect(dataOf(of('unit', 'head', null))).toMatchObject({ of: { id: 'unit:desk' } });
    expect(dataOf({ ...person.corrected, to: null } as PersonFact)).toMatchObject({ to: null });
  });
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

function faultsOf(published: Published | null, more: object = {}): unknown {
  const schema = publishedSchemas[published?.type ?? ''];
  if (published === null || schema === undefined) return 'It is not published.';
  return ajv.validate(closed(schema), { ...published.data, ...more }) ? [] : ajv.errors;
}

describe('what passes the gate', () => {
  it('is what the contract names, all of it, and nothing else', () => {
    const out = facts.flatMap((fact) => publish(fact) ?? []);
    const named = Object.keys(publishedSchemas).filter((type) => type.startsWith('directory.'));
    expect(new Set(out.map(({ type }) => type))).toEqual(new Set(named));
    for (const one of out) expect([one.type, faultsOf(one)]).toEqual([one.type, []]);
  });

  it('would be caught letting out more, or something else', () => {
    const caught = (more: object) =>
      expect(faultsOf(publish(person.leaveRecorded), more)).toHaveLength(1);
    caught({ kind: 'parental' });
    caught({ person: 'Ada Lovelace' });
    caught({ from: null });
    expect(faultsOf(publish(ofACode), { unit: 'Night shift' })).toHaveLength(1);
  });
});
