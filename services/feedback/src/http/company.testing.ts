import { feedbackApp, type Answer, type Beside, type Caller } from '../feedback.testing.ts';
import type { TestFeedback } from '../feedback.testing.ts';

/** A company over the real service: who answers to whom, and what a test says all the time. */
export interface Company extends TestFeedback {
  /** Heads the board, and is above everybody. */
  readonly eve: Caller;
  /** Heads sales, and manages ada and cy. */
  readonly mia: Caller;
  /** Sells. */
  readonly ada: Caller;
  /** Sells, beside ada. */
  readonly cy: Caller;
  /** At the desk, apart from sales. */
  readonly bo: Caller;
  /** What is made, or an error that says why not. */
  made(answer: Promise<Answer>): Promise<string>;
}

export const idOf = ({ body }: Answer): string => String(body['id']);

export const codeOf = ({ body }: Answer) => [body['code'], fieldsOf(body['errors'])];

/** The ids of a list. */
export const idsOf = ({ body }: Answer): string[] =>
  (body['items'] as { id: string }[]).map(({ id }) => id);

function fieldsOf(errors: unknown): string | undefined {
  return (errors as { field: string }[] | undefined)?.[0]?.field;
}

export async function company(instant?: string, beside: readonly Beside[] = []): Promise<Company> {
  const feedback = await feedbackApp(instant, beside);
  await joined(feedback);
  const [eve, mia, ada, cy, bo] = ['eve', 'mia', 'ada', 'cy', 'bo'].map((sub) => {
    return feedback.as(sub);
  }) as [Caller, Caller, Caller, Caller, Caller];
  return {
    ...{ ...feedback, eve, mia, ada, cy, bo },
    made: async (answer) => {
      const given = await answer;
      if (given.status !== 201) throw new Error(JSON.stringify(given.body));
      return idOf(given);
    },
  };
}

async function joined({ directory }: TestFeedback): Promise<void> {
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
    ['second-seller', 'sales', 'sales-lead'],
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
    ['cy', 'second-seller'],
    ['bo', 'agent'],
  ]) {
    await directory('directory.PersonJoined.v1', { person, post, from });
  }
}
