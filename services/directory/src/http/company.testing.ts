import { directoryApp, type Answer, type Caller } from '../directory.testing.ts';
import type { DirectoryOptions, TestDirectory } from '../directory.testing.ts';

/** The day on which everything of the company begins. */
export const founded = '2026-01-01';

const unit = (code: string, parent: string | null) =>
  ({ type: 'EstablishUnit', unit: code, parent, from: founded, name: `The ${code}` }) as const;

export const newPost = (post: string, of: string, manager: string | null, from = founded) =>
  ({
    ...{ type: 'EstablishPost', post, unit: of, manager, from },
    ...{ fte: 1, grade: null, title: `The ${post}` },
  }) as const;

/** A company with sales, a desk in it, and the works; every post has somebody in it. */
export const company = [
  unit('company', null),
  unit('sales', 'company'),
  unit('desk', 'sales'),
  unit('works', 'company'),
  newPost('director', 'company', null),
  newPost('seller', 'sales', 'director'),
  newPost('clerk', 'desk', 'seller'),
  newPost('smith', 'works', 'director'),
  { type: 'HeadUnit', unit: 'sales', post: 'seller', from: founded },
] as const;

const people = [
  ['dora', 'director'],
  ['sam', 'seller'],
  ['ada', 'clerk'],
  ['wim', 'smith'],
  ['hana', null],
] as const;

export interface Company extends TestDirectory {
  /** Runs the system: an administrator by token. */
  readonly root: Caller;
  /** HR partner of sales, with all below. */
  readonly hana: Caller;
  readonly dora: Caller;
  readonly sam: Caller;
  readonly ada: Caller;
  readonly wim: Caller;
}

/** The company, set up over HTTP as anybody would. */
export async function companyApp(options: DirectoryOptions = {}): Promise<Company> {
  const app = await directoryApp(options);
  const root = app.as('root', { roles: ['administrator'] });
  made(await root.post('/structure', { changes: company }));
  for (const [person, post] of people) {
    const mail = `${person}@firm.example`;
    made(
      await root.post('/people', { person, name: `Name of ${person}`, mail, post, from: founded }),
    );
  }
  const role = { role: 'hr-partner', unit: 'sales', from: founded, until: null };
  made(await root.post('/people/hana/roles', role));
  await app.settled();
  const [hana, dora, sam, ada, wim] = ['hana', 'dora', 'sam', 'ada', 'wim'].map((one) =>
    app.as(one),
  ) as [Caller, Caller, Caller, Caller, Caller];
  return { ...app, root, hana, dora, sam, ada, wim };
}

/** An answer that a test builds on: it must have been taken. */
export function made(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

export const personOf = ({ body }: Answer) =>
  body['person'] as Readonly<Record<string, unknown>> & {
    readonly details?: Readonly<Record<string, unknown>>;
  };

export const itemsOf = ({ body }: Answer) =>
  body['items'] as readonly Readonly<Record<string, unknown>>[];

export const namesOf = (answer: Answer) => itemsOf(answer).map((one) => one['person']);
