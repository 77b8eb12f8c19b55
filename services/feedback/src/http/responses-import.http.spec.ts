import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../feedback.testing.ts';
import { company, type Company } from './company.testing.ts';

let house: Company;
let importer: Caller;
let sam: Caller;

beforeAll(async () => {
  house = await company('2026-06-01T09:00:00.000Z');
  importer = house.as('imp', { roles: ['importer'] });
  sam = house.as('sam', { roles: ['service-manager'] });
});

afterAll(() => house.close());

const path = '/customer-responses/import';
const line = (key: string, more: object = {}) => ({
  key,
  ...{ source: 'survey-2026', occurredOn: '2026-05-04', answeredAt: '2026-05-05' },
  ...{ touchpoint: 'counter', channel: 'mail', location: 'north' },
  answers: [{ metric: 'nps', score: 9 }],
  ...more,
});

const statuses = (answers: readonly Readonly<Record<string, unknown>>[]) =>
  answers.filter((one) => one['end'] === undefined).map((one) => one['status']);

describe('responses in bulk', () => {
  it('are recorded once, however often the file is sent', async () => {
    const file = [
      line('1', { attribution: [{ person: 'ada', share: 1 }] }),
      line('2', { transaction: 't-2' }),
      line('3', { answeredAt: null, answers: [{ metric: 'nps', score: null, noAnswer: 'blank' }] }),
    ];
    expect(statuses(await importer.lines(path, file))).toEqual([
      'recorded',
      'recorded',
      'recorded',
    ]);
    const head = await house.log.head();
    expect(statuses(await importer.lines(path, file))).toEqual([
      ...['unchanged', 'unchanged', 'unchanged'],
    ]);
    expect(await house.log.head()).toBe(head);
  });

  it('are told apart by key and source, or by transaction', async () => {
    const answers = await importer.lines(path, [
      line('a'),
      line('b'),
      line('a', { source: 'other' }),
      line('c', { transaction: 't-9' }),
      line('d', { transaction: 't-9' }),
      line('e', { transaction: 't-9', channel: 'web' }),
      line('b', { channel: 'web' }),
    ]);
    expect(statuses(answers)).toEqual([
      ...['recorded', 'recorded', 'recorded', 'recorded', 'unchanged', 'refused', 'refused'],
    ]);
    const ids = answers.map((one) => one['id']);
    expect([new Set(ids.slice(0, 4)).size, ids[4]]).toEqual([4, ids[3]]);
    expect(answers[5]).toMatchObject({ key: 'e', problem: { code: 'response/already-recorded' } });
  });

  it('are refused line by line, with the field and why', async () => {
    const answers = await importer.lines(path, [
      line('x', { answers: [{ metric: 'nps', score: 12 }] }),
      line('y', { colour: 'red' }),
      line('z', { attribution: [{ unit: 'desk', share: 2 }] }),
      line('', {}),
      line('last'),
    ]);
    expect(statuses(answers)).toEqual(['refused', 'refused', 'refused', 'refused', 'recorded']);
    expect(answers).toMatchObject([
      { key: 'x', problem: { errors: [{ field: '/answers/0/score' }] } },
      { line: 2, problem: { errors: [{ field: '/colour', rule: 'unknown-field' }] } },
      { key: 'z', problem: { errors: [{ field: '/attribution' }] } },
      { line: 4, problem: { errors: [{ field: '/key' }] } },
      { key: 'last', status: 'recorded' },
      { end: true, complete: true },
    ]);
  });

  it('hold since they came in, and are tried without being recorded', async () => {
    const head = await house.log.head();
    const dry = await importer.lines(`${path}?dryRun=true`, [
      line('dry'),
      line('1'),
      line('q', { answers: [{ metric: 'q', score: 1 }] }),
    ]);
    expect(statuses(dry)).toEqual(['recorded', 'unchanged', 'refused']);
    expect(await house.log.head()).toBe(head);
    const [first, second] = await importer.lines(path, [
      line('times', { answeredAt: '2026-05-07T10:00:00+02:00' }),
      line('said', { effectiveAt: '2026-05-20' }),
    ]);
    await house.settled();
    const recordedAt = async (id: unknown) => {
      const { body } = await sam.get(`/customer-responses/${String(id)}`);
      return (body['response'] as { recordedAt: string }).recordedAt;
    };
    expect(await recordedAt(first?.['id'])).toBe('2026-05-07T08:00:00.000Z');
    expect(await recordedAt(second?.['id'])).toBe('2026-05-20T23:59:59.999Z');
  });

  it('are for importers and service managers', async () => {
    const answer = await house.ada.lines(path, [line('n')]);
    expect(answer).toMatchObject([{ status: 403 }]);
    expect(statuses(await sam.lines(path, [line('s')]))).toEqual(['recorded']);
  });
});
