import { hostileName, hostileTitle } from './hostile.mjs';

/** The people and units of one run; whoever the token is of leads them. */
export async function seedCompany({ url, token, run, send, sendAsHr }) {
  const me = subjectOf(token);
  const named = (name) => `${name}-${run}`;
  const [board, sales, north] = ['board', 'sales', 'north'].map(named);
  const people = { me, ada: named('ada'), bo: named('bo'), cy: named('cy'), eve: named('eve') };
  const from = '2026-01-01';
  const unit = (code, parent, name) => ({ type: 'EstablishUnit', unit: code, parent, from, name });
  const post = (code, of, manager, title) => {
    return {
      type: 'EstablishPost',
      post: named(code),
      unit: of,
      manager,
      fte: 1,
      grade: null,
      from,
      title,
    };
  };
  await send('/structure', {
    changes: [
      unit(board, null, `Board (${run})`),
      unit(sales, board, `Sales (${run})`),
      unit(north, sales, hostileTitle),
      post('boss', board, null, 'Director'),
      post('head', sales, named('boss'), 'Head of sales'),
      post('agent', north, named('head'), 'Agent'),
      post('clerk', north, named('head'), hostileTitle),
      { type: 'HeadUnit', unit: board, post: named('boss'), from },
      { type: 'HeadUnit', unit: sales, post: named('head'), from },
    ],
  });
  await sit({ url, token, send: sendAsHr }, me, named('boss'), from);
  const joins = [
    [people.ada, `Ada Lund ${run}`, named('head')],
    [people.bo, `Bo Berg ${run}`, named('agent')],
    [people.cy, hostileName, named('clerk')],
    [people.eve, `Eve Holm ${run}`, null],
  ];
  for (const [person, name, held] of joins) {
    await send('/people', { person, name, mail: `${person}@firm.example`, post: held, from });
  }
  await send(`/people/${people.bo}/leaves`, { kind: 'parental', from: '2026-06-01', until: null });
  const until = `${new Date().getUTCFullYear()}-12-31`;
  const today = new Date().toISOString().slice(0, 10);
  await sendAsHr(`/people/${people.eve}/delegations`, { to: me, from: today, until });
  return { ...people, board, sales, north, named };
}

/** Whose token it is. */
export function subjectOf(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8')).sub;
}

/** Somebody joins in the first run, and in later ones takes the post of that run. */
export async function sit({ url, token, send }, person, post, from) {
  const headers = { authorization: `Bearer ${token}` };
  const found = await fetch(new URL(`/people/${person}`, url), { headers });
  const today = new Date().toISOString().slice(0, 10);
  if (found.ok) await send(`/people/${person}/move`, { post, from: today });
  else await send('/people', { person, name: `The one who is ${person}`, post, from });
}

/** A strategy, and goals below it and beside it. */
export async function seedMap({ run, send, company }) {
  const { board, sales, ada, bo, cy } = company;
  const period = { name: `year-${run}`, start: '2026-01-01', end: '2026-12-31' };
  const effectiveAt = '2026-02-01T00:00:00.000Z';
  const strategy = await send('/strategies', {
    ...{ owner: `unit:${board}`, title: `Closer to the customer (${run})`, from: '2026-01-01' },
    themes: [
      { id: 'answers', name: 'Quick answers', perspective: 'customer', weight: 2 },
      { id: 'cost', name: hostileTitle, perspective: 'financial' },
    ],
    effectiveAt: '2026-01-01T00:00:00.000Z',
  });
  const goal = async (owner, title, more = {}) => {
    const measure = { kind: 'increase', start: 0, target: 100, unit: 'cases' };
    const keyResults = [{ id: 'cases', name: 'Cases', measure }];
    const made = { ...{ owner, title, period, keyResults, effectiveAt }, ...more };
    const { id } = await send('/goals', made);
    await send(`/goals/${id}/activate`, { kind: 'committed', effectiveAt });
    return id;
  };
  const ids = {
    top: await goal(`unit:${board}`, `Answer within a day (${run})`),
    middle: await goal(`unit:${sales}`, `Answer the phone (${run})`),
    leaf: await goal(`person:${ada}`, `Call back (${run})`),
    helper: await goal(`person:${bo}`, `Write it down (${run})`),
    hostile: await goal(`person:${cy}`, hostileTitle),
    alone: await goal(`person:${cy}`, `On its own (${run})`),
    orphan: await goal(`person:${bo}`, `Left behind (${run})`, { visibility: 'private' }),
  };
  const align = (child, parent, more = { mode: 'contributes', share: 1 }) => {
    return send('/alignments', { child, parent, from: '2026-02-01', ...more });
  };
  const half = { mode: 'contributes', share: 0.5 };
  const answers = { strategy: strategy.id, theme: 'answers' };
  await align(ids.top, answers, half);
  await align(ids.middle, { goal: ids.top }, half);
  await align(ids.leaf, { goal: ids.middle }, half);
  await align(ids.helper, { goal: ids.top }, { mode: 'supports' });
  await align(ids.hostile, { strategy: strategy.id, theme: 'cost' });
  const ended = await align(ids.orphan, { goal: ids.middle }, half);
  await send(`/alignments/${ended.id}/end`, { reason: 'No more.', on: '2026-07-01' });
  await send(`/goals/${ids.leaf}/check-ins`, { keyResultId: 'cases', value: 40, confidence: 0.7 });
  await send(`/goals/${ids.helper}/check-ins`, { keyResultId: 'cases', value: 90 });
  return { ...ids, strategy: strategy.id, period: period.name };
}
