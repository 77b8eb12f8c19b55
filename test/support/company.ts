import { randomUUID } from 'node:crypto';

/** What people do to goals, over HTTP, and what of it was acknowledged. */
export interface Company {
  /** Goals that are active, each with one key result. */
  readonly goals: readonly string[];
  /** Acknowledged check-ins: goal, value, and the id of the act. */
  readonly acknowledged: readonly { readonly goalId: string; readonly id: string }[];
  /** How many answers were problems that may be asked again (503), or none at all. */
  readonly unanswered: number;
  draft(count: number): Promise<void>;
  /** So many check-ins, each sent again under its key until it is acknowledged. */
  checkIn(count: number, over?: { readonly callers?: number }): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly position: string | null;
}

const againMs = 200;
const askMsMax = 120_000;

/** Callers who spread their requests over all addresses, and ask again when they must. */
export function company(urls: () => readonly string[], token: string): Company {
  const goals: string[] = [];
  const acknowledged: { goalId: string; id: string }[] = [];
  const state = { unanswered: 0, next: 0 };

  const insist = async (path: string, body: object): Promise<Answer> => {
    const key = randomUUID();
    const deadline = Date.now() + askMsMax;
    for (;;) {
      const all = urls();
      const url = all[(state.next += 1) % all.length] ?? '';
      const answer = await post(url, token, path, body, key);
      if (answer !== undefined && answer.status < 500) {
        if (answer.status < 300) return answer;
        throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      state.unanswered += 1;
      if (Date.now() > deadline) throw new Error(`${path} was not answered in ${askMsMax} ms.`);
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  };

  return {
    ...{ goals, acknowledged },
    get unanswered() {
      return state.unanswered;
    },
    draft: async (count) => {
      const period = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
      const measure = { kind: 'increase', start: 0, target: 1_000 };
      await together(count, 8, async () => {
        const keyResults = [{ name: 'One', measure }];
        const { body } = await insist('/goals', { title: 'A goal', period, keyResults });
        await insist(`/goals/${body['id']}/activate`, { kind: 'committed' });
        goals.push(String(body['id']));
      });
    },
    checkIn: (count, { callers = 8 } = {}) =>
      together(count, callers, async (index) => {
        const goalId = goals[index % goals.length] ?? '';
        const body = { keyResultId: 'kr1', value: index % 1_000 };
        const answer = await insist(`/goals/${goalId}/check-ins`, body);
        acknowledged.push({ goalId, id: String(answer.body['id']) });
      }),
  };
}

async function together(count: number, callers: number, work: (index: number) => Promise<void>) {
  let next = 0;
  const caller = async () => {
    for (let index = (next += 1) - 1; index < count; index = (next += 1) - 1) await work(index);
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

async function post(
  url: string,
  token: string,
  path: string,
  body: object,
  key: string,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return {
      status: response.status,
      body: (await response.json()) as Answer['body'],
      position: response.headers.get('plumbline-position'),
    };
  } catch {
    // Nobody there, or nobody who says anything: whether it was done is not known.
    return undefined;
  }
}
