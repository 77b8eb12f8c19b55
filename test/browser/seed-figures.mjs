import { daysAgo, importResponses, subjectOf } from './seed-feedback.mjs';

const msPerDay = 86_400_000;
/** Of the ten customers of each week so many were let down: the last but one is a signal. */
const letDown = [2, 3, 1, 2, 4, 2, 1, 3, 2, 2, 1, 9, 2];
/** Weeks of the baseline. */
const baseline = 10;

/** The Monday so many weeks before this one, and the name of its week as ISO 8601 has it. */
function weekAgo(weeks) {
  const today = new Date(`${daysAgo(0)}T00:00:00Z`);
  const monday = new Date(today.getTime() - (((today.getUTCDay() + 6) % 7) + 7 * weeks) * msPerDay);
  const thursday = new Date(monday.getTime() + 3 * msPerDay);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * msPerDay));
  return {
    monday: monday.toISOString().slice(0, 10),
    name: `${year}-W${`${week}`.padStart(2, '0')}`,
  };
}

/** A question of this run alone, asked at four places over thirteen weeks, and a chart of it. */
export async function seedFigures({ url, token, hr, run, company, sendAsHr }) {
  const question = `desk-${run}`;
  const places = {
    ...{ large: `hall-${run}`, middle: `lobby-${run}`, small: `kiosk-${run}` },
    hidden: `far-${'w'.repeat(90)}-${run}`,
  };
  const { large, middle, small, hidden } = places;
  // The newest is two weeks old, so that it is over wherever the clock stands.
  const weeks = letDown.map((_, at) => weekAgo(letDown.length + 1 - at));
  const lines = weeks.flatMap(({ monday }, week) => {
    return Array.from({ length: 10 }, (_, at) => {
      const last = week < 3 ? hidden : large;
      const location = [...Array(6).fill(large), middle, middle, small, last][at];
      return {
        ...{ key: `desk-${week}-${at}`, source: `desks-${run}`, occurredOn: monday },
        ...{ answeredAt: monday, touchpoint: question, channel: 'screen', location },
        answers: [
          { metric: question, scale: { min: 1, max: 5 }, score: at < letDown[week] ? 2 : 5 },
        ],
        attribution: [{ unit: company.sales, share: 1 }],
      };
    });
  });
  await importResponses({ url, token, lines });
  await allAreCounted({ url, token: hr, question, lines });
  const name = `Let down at the desk (${run})`;
  const drawn = await sendAsHr('/control-charts', {
    ...{ name, figure: 'bottom-share', metric: question, scale: { min: 1, max: 5 } },
    ...{ place: { by: 'touchpoint', is: question }, period: 'week', chart: 'p', latenessDays: 0 },
    baseline: { from: weeks[0].name, until: weeks[baseline - 1].name },
    // Who reads it as its owner, and draws none.
    owner: subjectOf(token),
  });
  const span = { from: weeks[0].monday, until: daysAgo(7) };
  const names = weeks.map((week) => week.name);
  return { question, places, span, weeks: names, chart: { id: drawn.id, name }, signal: names[11] };
}

/** Figures follow what is recorded, a moment behind: a chart is drawn of all of it. */
async function allAreCounted({ url, token, question, lines }) {
  const span = `from=${lines[0].occurredOn}&until=${daysAgo(0)}`;
  const at = new URL(`/satisfaction?metric=${question}&${span}`, url);
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const found = await fetch(at, { headers: { authorization: `Bearer ${token}` } });
    if ((await found.json()).total?.score?.n === lines.length) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('What customers answered has not been counted.');
}

/** Of the five people of each shop so many are recognised, and so many of ten customers content. */
const shops = [
  { recognised: 0, content: 2 },
  { recognised: 1, content: 4 },
  { recognised: 3, content: 5 },
  { recognised: 4, content: 9 },
  { recognised: 5, content: 8 },
];

/**
 * Units of a size that figures of theirs are shown, where those are recognised who are liked. They
 * stand apart from the company that other steps count.
 */
export async function seedShops({ url, token, hr, run, send, sendAsHr }) {
  const question = `shop-${run}`;
  const from = '2026-01-01';
  const units = shops.map((shop, at) => ({ ...shop, unit: `shop-${at}-${run}` }));
  const clerk = { manager: null, fte: 5, grade: null, from, title: 'Clerk' };
  await send('/structure', {
    changes: units.flatMap(({ unit }, at) => [
      { type: 'EstablishUnit', unit, parent: null, from, name: `Shop ${at} (${run})` },
      { type: 'EstablishPost', post: `${unit}-clerk`, unit, ...clerk },
    ]),
  });
  const people = ({ unit }) => Array.from({ length: 5 }, (_, at) => `${unit}-${at}`);
  let joined = { id: '', position: '' };
  for (const one of units) {
    const joins = people(one).map((person) => ({ person, post: `${one.unit}-clerk`, from }));
    for (const join of joins) {
      joined = await send('/people', { ...join, name: `Of ${join.person}` });
    }
  }
  // Who is recognised must be known to be here: the organisation is followed, a moment behind.
  const after = { authorization: `Bearer ${token}`, 'read-after': joined.position };
  const known = await fetch(new URL(`/people/${joined.id}`, url), { headers: after });
  if (!known.ok) throw new Error(`GET /people/${joined.id} answered ${known.status}.`);
  for (const one of units.filter(({ recognised }) => recognised > 0)) {
    const receivers = people(one).slice(0, one.recognised);
    await sendAsHr('/recognitions', {
      receivers,
      value: 'care',
      points: 0,
      note: `Thanks (${run})`,
    });
  }
  const lines = units.flatMap(({ unit, content }) => {
    return Array.from({ length: 10 }, (_, at) => ({
      ...{ key: `${unit}-${at}`, source: `shops-${run}`, occurredOn: daysAgo(5) },
      ...{ answeredAt: daysAgo(5), touchpoint: question, channel: 'screen', location: unit },
      answers: [{ metric: question, scale: { min: 1, max: 5 }, score: at < content ? 5 : 2 }],
      attribution: [{ unit, share: 1 }],
    }));
  });
  await importResponses({ url, token, lines });
  await allAreCounted({ url, token: hr, question, lines });
  return { question, first: `Shop 0 (${run})` };
}
