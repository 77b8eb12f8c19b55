// Many clients at once, each drafting goals, activating them, and feeding them by hand and by KPI,
// on goals of their own and on those of everyone. What was answered, and what was only sent, is
// written down.
import { randomFrom } from './random.mjs';
import { Gone } from './server.mjs';

export const clients = 24;
/** Readings and check-ins that a client makes before its next goal. */
const actsPerGoal = 6;
/** Goals of everyone: few, so that clients and the policy meet on them. */
const sharedMax = 40;
const triesMax = 200;
const valueMax = 1_000;
const year = new Date().getUTCFullYear();
const period = { name: String(year), start: `${year}-01-01`, end: `${year}-12-31` };
const measure = { kind: 'increase', start: 0, target: valueMax };

export const titleOf = (key) => `Goal ${key}`;

/**
 * Everything that was ever sent over a folder; `fed`: goals with readings since they were awaited.
 */
export function createBook() {
  return { sent: new Map(), acked: new Map(), shared: [], fed: new Set(), refused: [] };
}

/** Clients that go on until the server is gone. */
export async function load(server, book, { round, seed }) {
  const working = Array.from({ length: clients }, async (_, no) => {
    try {
      await client(server, book, {
        name: `${round}-${no}`,
        random: randomFrom(`${seed}/${round}/${no}`),
      });
    } catch (cause) {
      if (!(cause instanceof Gone)) throw cause;
    }
  });
  await Promise.all(working);
}

async function client(server, book, { name, random }) {
  let sent = 0;
  const say = (path, type, body) => {
    const command = { key: `${name}-${(sent += 1)}`, path, type, body };
    book.sent.set(command.key, command);
    return send(server, book, command);
  };
  for (;;) {
    const title = titleOf(`${name}-${sent + 1}`);
    const drafted = { title, period, keyResults: [{ name: 'One', measure }] };
    const { id: goalId } = await say('/goals', 'GoalDrafted', drafted);
    await say(`/goals/${goalId}/activate`, 'GoalActivated', { kind: 'committed' });
    const feeding = { name: 'A figure', measure, goalId, keyResultId: 'kr1' };
    const { id: kpiId } = await say('/kpis', 'KpiDefined', feeding);
    const own = { goalId, kpiId };
    book.shared.push(own);
    if (book.shared.length > sharedMax) book.shared.shift();
    for (let act = 0; act < actsPerGoal; act += 1) {
      const at = random(2) === 0 ? own : book.shared[random(book.shared.length)];
      const value = random(valueMax);
      if (random(2) === 0) {
        book.fed.add(at.goalId);
        await say(`/kpis/${at.kpiId}/measurements`, 'KpiMeasured', { period, value });
      } else {
        const checkIn = { keyResultId: 'kr1', value, narrative: `So it stands: ${value}` };
        await say(`/goals/${at.goalId}/check-ins`, 'ProgressCheckedIn', checkIn);
      }
    }
  }
}

/** Sends a command until it is answered; what is answered is written down with its receipt. */
export async function send(server, book, command) {
  const { key, path, body } = command;
  for (let tries = 1; ; tries += 1) {
    const answer = await server.post(path, key, body);
    if (answer.status < 300) {
      if (!book.acked.has(key)) book.acked.set(key, { ...command, receipt: answer.body });
      return answer.body;
    }
    // Others were first as often as may be: a client sends it again.
    const isPassing = answer.status === 409 && answer.body.code === 'log/revision-conflict';
    if (isPassing && tries < triesMax) continue;
    const refusal = `${path} with key ${key} was refused: ${answer.status} ${answer.body.code}`;
    book.refused.push(refusal);
    throw new Gone(refusal);
  }
}

/** Sent, and never answered: they are there or not, and being sent again puts them there once. */
export function inDoubt({ sent, acked }) {
  return [...sent.values()].filter(({ key }) => !acked.has(key));
}
