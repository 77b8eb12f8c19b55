import { goalsApp, type Answer, type Caller, type TestGoals } from '../goals.testing.ts';

export const period = { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' };

/** A company over the real service: who answers to whom, and what a test says all the time. */
export interface Company extends TestGoals {
  /** Heads the board, and is above everybody. */
  readonly eve: Caller;
  /** Heads sales, and manages ada. */
  readonly mia: Caller;
  /** Sells. */
  readonly ada: Caller;
  /** At the desk, apart from sales. */
  readonly bo: Caller;
  /** A goal that is active, or in the stage that is told. */
  goal(by: Caller, told?: GoalTold): Promise<string>;
  /** A strategy of the board with the themes `answers` and `cost`. */
  strategy(told?: object): Promise<string>;
  align(by: Caller, child: string, parent: object, told?: object): Promise<Answer>;
}

interface GoalTold {
  readonly title?: string;
  readonly owner?: string;
  readonly visibility?: string;
  readonly target?: number;
  readonly value?: number;
  readonly period?: object;
  readonly effectiveAt?: string;
  readonly stage?: 'draft';
}

export const idOf = ({ body }: Answer): string => String(body['id']);

export const codeOf = ({ body }: Answer) => [body['code'], fieldsOf(body['errors'])];

function fieldsOf(errors: unknown): string | undefined {
  return (errors as { field: string }[] | undefined)?.[0]?.field;
}

export async function company(instant?: string): Promise<Company> {
  const goals = await goalsApp(instant);
  await joined(goals);
  const [eve, mia, ada, bo] = ['eve', 'mia', 'ada', 'bo'].map((sub) => goals.as(sub)) as [
    ...[Caller, Caller, Caller, Caller],
  ];
  const made = async (answer: Promise<Answer>): Promise<string> => {
    const given = await answer;
    if (given.status !== 201) throw new Error(JSON.stringify(given.body));
    return idOf(given);
  };
  return {
    ...{ ...goals, eve, mia, ada, bo },
    goal: async (by, told = {}) => {
      const { value, target = 100, stage, effectiveAt, ...rest } = told;
      const at = effectiveAt === undefined ? {} : { effectiveAt };
      const measure = { kind: 'increase', start: 0, target, unit: 'calls' };
      const keyResults = [{ name: 'Calls', measure }];
      const id = await made(
        by.post('/goals', { title: 'More calls', period, keyResults, ...rest, ...at }),
      );
      if (stage === 'draft') return id;
      await by.post(`/goals/${id}/activate`, { kind: 'aspirational', ...at });
      if (value !== undefined) {
        await made(by.post(`/goals/${id}/check-ins`, { keyResultId: 'kr1', value, ...at }));
      }
      return id;
    },
    strategy: (told = {}) =>
      made(
        eve.post('/strategies', {
          ...{ owner: 'unit:board', title: 'Closer', from: '2026-01-01' },
          themes: [
            { id: 'answers', name: 'Quick answers', perspective: 'customer', weight: 3 },
            { id: 'cost', name: 'Cost of a case', perspective: 'financial' },
          ],
          ...told,
        }),
      ),
    align: (by, child, parent, told = {}) =>
      by.post('/alignments', { child, parent, mode: 'contributes', share: 1, ...told }),
  };
}

async function joined({ directory }: TestGoals): Promise<void> {
  const from = '2026-01-01';
  for (const [unit, parent] of [
    ['board', null],
    ['sales', 'board'],
    ['desk', 'board'],
  ]) {
    await directory('directory.UnitEstablished.v1', { unit, parent, from });
  }
  for (const [post, unit, manager] of [
    ['chief', 'board', null],
    ['sales-lead', 'sales', 'chief'],
    ['seller', 'sales', 'sales-lead'],
    ['agent', 'desk', 'chief'],
  ]) {
    await directory('directory.PostEstablished.v1', { post, unit, manager, fte: 1, from });
  }
  await directory('directory.UnitHeaded.v1', { unit: 'board', post: 'chief', from });
  await directory('directory.UnitHeaded.v1', { unit: 'sales', post: 'sales-lead', from });
  for (const [person, post] of [
    ['eve', 'chief'],
    ['mia', 'sales-lead'],
    ['ada', 'seller'],
    ['bo', 'agent'],
  ]) {
    await directory('directory.PersonJoined.v1', { person, post, from });
  }
}
