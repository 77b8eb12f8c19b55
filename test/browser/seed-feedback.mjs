import { randomUUID } from 'node:crypto';
import { hostileTitle } from './hostile.mjs';

const msPerDay = 86_400_000;
/** The day so many days ago: figures are of the last months, whenever the test runs. */
export const daysAgo = (days) => new Date(Date.now() - days * msPerDay).toISOString().slice(0, 10);

export function subjectOf(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8')).sub;
}

/** What customers answered at four places; the least two come too few to be shown. */
export async function seedCustomers({ url, token, run, company }) {
  const [centre, station, harbour, mill] = ['centre', 'station', 'harbour', 'mill'].map(
    (place) => `${place}-${run}`,
  );
  const { sales, north } = company;
  const touchpoint = `counter-${run}`;
  const scores = (count, cycle) =>
    Array.from({ length: count }, (_, at) => cycle[at % cycle.length]);
  const answers = [
    ...scores(34, [10, 9, 9, 7, 10, 4]).map((score) => ({ location: centre, unit: north, score })),
    ...scores(14, [9, 8, 3, 6]).map((score) => ({ location: station, unit: sales, score })),
    ...scores(8, [9, 7]).map((score) => ({ location: mill, unit: sales, score })),
    ...scores(4, [2, 10]).map((score) => ({ location: harbour, unit: sales, score })),
    ...scores(5, ['blank', 'declined', 'blank']).map((noAnswer) => {
      return { location: centre, unit: north, noAnswer };
    }),
  ];
  const lines = answers.map(({ location, unit, score = null, noAnswer }, at) => {
    const occurredOn = daysAgo(20 + (at % 40));
    return {
      key: `response-${at}`,
      ...{ source: `after-visit-${run}`, transaction: `visit-${at}`, occurredOn, touchpoint },
      ...{ location, channel: at % 3 === 0 ? 'mail' : 'screen' },
      answeredAt: `${daysAgo(19 + (at % 40))}T08:00:00Z`,
      answers: [
        { metric: 'nps', score, ...(noAnswer === undefined ? {} : { noAnswer }) },
        { metric: 'waiting', scale: { min: 0, max: 3 }, score: at % 4 },
      ],
      attribution: [{ unit, share: 1 }],
    };
  });
  await importResponses({ url, token, lines });
  return { touchpoint, centre, station, harbour, mill, answers: answers.length };
}

/** Records responses as an import would, and expects every one to be taken. */
export async function importResponses({ url, token, lines }) {
  const headers = {
    'content-type': 'application/x-ndjson',
    authorization: `Bearer ${token}`,
    'idempotency-key': randomUUID(),
  };
  const body = lines.map((line) => JSON.stringify(line)).join('\n');
  const response = await fetch(new URL('/customer-responses/import', url), {
    ...{ method: 'POST', headers, body },
  });
  const told = (await response.text()).split('\n').filter((line) => line !== '');
  // The last line says that these are all.
  const refused = told.slice(0, -1).filter((line) => JSON.parse(line).status !== 'recorded');
  if (told.length !== lines.length + 1 || refused.length > 0) {
    throw new Error(
      `The import of responses answered ${response.status}: ${refused[0] ?? told[0]}`,
    );
  }
}

/** A programme, where there is none yet, and a recognition that earns the reader a reward. */
export async function seedRecognition({ url, token, run, company, send, sendAsHr }) {
  const headers = { authorization: `Bearer ${token}` };
  const found = await fetch(new URL('/reward-programme', url), { headers });
  if (found.status === 404) {
    await send('/reward-programme', {
      values: [
        { id: 'care', name: 'We care' },
        { id: 'craft', name: 'We do it well' },
      ],
      ...{ monthlyAllowance: 1_000, pointsPerRecognitionMax: 50 },
      rewards: [
        { id: 'mug', name: 'A mug', cost: 5 },
        { id: 'moon', name: 'A trip to the moon', cost: 100_000 },
      ],
    });
  }
  const note = `You stayed until the last one was home (${run})`;
  const given = { receivers: [company.me, company.ada], value: 'care', points: 5, note };
  await sendAsHr('/recognitions', given);
  return { note };
}

/** Two notes, and two requests that wait for an answer. */
export async function seedFeedback({ url, token, hr: asHr, run, company, send, sendAsHr }) {
  const { me, ada, bo } = company;
  const headers = { authorization: `Bearer ${token}` };
  const hr = subjectOf(asHr);
  const found = await fetch(new URL(`/people/${hr}`, url), { headers });
  if (!found.ok) {
    const joined = { person: hr, name: 'The one who partners', post: null, from: '2026-01-01' };
    const { position } = await send('/people', joined);
    // Who is named must be known to be here: the organisation is followed, a moment behind.
    const after = { ...headers, 'read-after': position };
    const known = await fetch(new URL(`/people/${hr}`, url), { headers: after });
    if (!known.ok) throw new Error(`GET /people/${hr} answered ${known.status}.`);
  }
  const given = `You called back the same day (${run})`;
  const received = `${hostileTitle} (${run})`;
  const two = { visibility: 'author-and-subject' };
  await send('/feedback/notes', { ...two, subject: ada, kind: 'praise', message: given });
  await sendAsHr('/feedback/notes', { ...two, subject: me, kind: 'suggestion', message: received });
  const asked = { from: me, due: daysAgo(-30) };
  const [answer, decline] = ['How was it', 'And this'].map((text) => `${text} (${run})?`);
  await sendAsHr('/feedback/requests', { ...asked, question: answer });
  await sendAsHr('/feedback/requests', { ...asked, question: decline });
  return { given, received, answer, decline, hr, other: bo };
}
