import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandLine, commandProcess } from './support/command-line.ts';
import { examplesIn, matches, runExamples } from './support/examples.ts';
import { serveApart, type Served } from './support/served.ts';
import { root } from './support/sources.ts';

interface Played {
  readonly steps: number;
  readonly byCommand: Record<string, number>;
  readonly toldBefore: number;
  readonly periods: readonly { name: string; goals: number }[];
  readonly followed: string | null;
  readonly link: string | null;
}

interface Drafted {
  readonly reviewDraft: object | null;
}

interface Listed<Item> {
  readonly items: readonly Item[];
}

/** On servers the cast alone: that the others are played there as well shows nothing new. */
const onServers = process.env['E2E_ON'] === 'servers';
const cast = 42;
const people = onServers ? cast : 200;

/** The clock is asked as well: who stands in does so on the days of the delegation. */
const today = new Date().toISOString().slice(0, 10);

describe('the demo', () => {
  let served: Served;
  let played: Played;

  const play = async (...args: readonly string[]): Promise<Played> => {
    const said = await commandProcess(['demo', '--json', '--url', served.url, ...args]);
    if (said.code !== 0) throw new Error(said.err);
    return JSON.parse(said.out) as Played;
  };
  const own = (...more: readonly string[]) => {
    const where = ['--today', today, '--data-dir', served.folder];
    return play('--people', String(people), ...where, ...more);
  };

  const get = async <Body>(path: string, token = served.token): Promise<Body> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${served.url}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
  const asAnalyst = <Body>(path: string): Promise<Body> => get(path, served.analyst);
  const tokenOf = (person: string) => ['token', '--as', person, ...rolesOf(person), ...folder()];
  const rolesOf = (person: string) => (person === 'jonas' ? ['--roles', 'hr-partner'] : []);
  const folder = () => ['--data-dir', served.folder];
  const getAs = async <Body>(person: string, path: string): Promise<Body> => {
    const said = await commandLine(tokenOf(person));
    return get<Body>(path, said.out.trim());
  };

  beforeAll(async () => {
    served = await serveApart();
    played = await own();
    await served.caughtUp();
  });

  afterAll(() => served?.close());

  it('plays every command through the real routes', () => {
    expect(played.steps).toBeGreaterThan(1_000);
    expect(played.toldBefore).toBe(0);
    const quarters = played.periods.filter(({ name }) => /-Q\d$/.test(name));
    expect(quarters).toHaveLength(3);
    const goals = quarters.reduce((sum, period) => sum + period.goals, 0);
    // Whoever leads a unit reads no private goal of people who are elsewhere.
    expect(goals).toBeLessThanOrEqual(played.byCommand['draft'] ?? 0);
    expect(goals).toBeGreaterThan(80);
    expect(played.link).toMatch(`${served.url}/#token=`);
  });

  it('has people who join, move, leave and are away, and a unit that was reorganised', async () => {
    const { items } = await get<Listed<Person>>('/people?limit=1000');
    const person = (id: string) => items.find((one) => one.person === id);
    expect(items).toHaveLength(people);
    expect(person('nadia')).toMatchObject({ name: 'Nadia Benali', managers: ['hana'] });
    expect(person('chidi')).toMatchObject({ unit: 'product', managers: ['hana'] });
    expect(person('emre')).toMatchObject({ present: false });
    expect(person('wanda')).toMatchObject({ present: true, away: true });
    expect(person('xenia')).toMatchObject({ unit: 'care', managers: ['dmitri'] });
    const { items: orders } = await get<Listed<object>>('/reorganisations');
    const desk = orders.filter((one) => (one as { unit: string }).unit === 'desk');
    expect(desk).toMatchObject([{ state: 'completed', done: 4, refused: [] }]);
    const { unit } = await get<{ unit: object }>('/units/care');
    expect(unit).toMatchObject({ parent: 'operations', heads: ['xenia'], members: 4 });
  });

  it('has goals that pull on a strategy, and ideas that were tried', async () => {
    const { totals } = await get<{ totals: Totals }>('/alignment-map');
    expect(totals.coverage.value).toBeGreaterThan(0.5);
    expect(totals.coverage.value).toBeLessThan(1);
    const funnel = await get<object>('/innovation-funnel');
    expect(funnel).toMatchObject({ ideas: 4, settled: { adopted: 1, declined: 1 } });
    const { signals } = await get<{ signals: { answers: object[] }[] }>('/replan-latency');
    expect(signals.map(({ answers }) => answers.length > 0)).toContain(true);
  });

  it('has acts with both names, where one stands in for another', async () => {
    const period = played.periods.at(-1)?.name;
    const { items } = await get<Listed<{ id: string }>>(`/goals?owner=unit:support&limit=1000`);
    const histories = await Promise.all(
      items.map(({ id }) => get<Listed<{ by: By }>>(`/goals/${id}/history`)),
    );
    const acts = histories.flatMap((one) => one.items.map(({ by }) => by));
    const stoodIn = acts.filter(({ onBehalfOf }) => onBehalfOf !== undefined);
    expect(period).toBeDefined();
    expect(acts.length).toBeGreaterThan(stoodIn.length);
    for (const by of stoodIn) expect(by).toMatchObject({ sub: 'xenia', onBehalfOf: 'wanda' });
    // A quarter that has just begun has none of them yet.
    if (Number(today.slice(8)) > 20) expect(stoodIn.length).toBeGreaterThan(0);
  });

  it('has feedback that was given, asked for, answered, declined and waited for', async () => {
    const notes = await getAs<Listed<Note>>('pia', '/feedback/notes?given=me&limit=100');
    expect(notes.items.some(({ links }) => links.some((one) => 'request' in one))).toBe(true);
    const stagesOf = async (person: string): Promise<readonly string[]> => {
      const { items } = await getAs<Listed<Staged>>(person, '/feedback/requests?by=me');
      return items.map(({ stage }) => stage);
    };
    // That a note answers a request is told by a policy, a moment after the note is given.
    const answered = await eventuallyIs(
      () => stagesOf('omar'),
      (stages) => stages.includes('answered'),
    );
    expect(answered).toEqual(['answered']);
    expect(await stagesOf('dana')).toEqual(['declined']);
    expect(await stagesOf('uma')).toEqual(['open']);
    const meetings = await getAs<Listed<Meeting>>('ada', '/feedback/one-to-ones');
    const actions = meetings.items.flatMap((one) => one.actions);
    expect(meetings.items.length).toBeGreaterThanOrEqual(3);
    expect(actions.map(({ stage }) => stage)).toContain('completed');
  });

  it('has recognitions whose points add up, one reward handed out and one declined', async () => {
    const { items } = await get<Listed<object>>('/recognitions?limit=100');
    expect(items.length).toBeGreaterThan(30);
    const { points } = await eventuallyIs(
      () => getAs<{ points: Points }>('bo', '/points'),
      ({ points: { earned } }) => earned >= 120,
    );
    expect(points.pending).toEqual([]);
    const stateOf = async (person: string): Promise<readonly string[]> => {
      const redeemed = await getAs<Listed<Redeemed>>(person, '/redemptions');
      return redeemed.items.map(({ state }) => state);
    };
    expect(await stateOf('pia')).toEqual(['fulfilled']);
    expect(await stateOf('bo')).toEqual(['declined']);
    const waiting = await getAs<Listed<Redeemed>>('kaja', '/redemptions?open=true');
    expect(waiting.items).toMatchObject([{ person: 'farah', reward: 'book' }]);
  });

  it('has answers of customers, of which too few are not shown', async () => {
    const span = `from=${yearBefore(today)}&until=${today}`;
    const nps = await asAnalyst<Satisfaction>(`/satisfaction?metric=nps&by=location&${span}`);
    expect(nps.total.tier).toBe('firm');
    const hidden = nps.rows.filter(({ tier }) => tier === 'hidden').map(({ of }) => of);
    expect(nps.rows).toHaveLength(6);
    expect(hidden.toSorted()).toEqual(['fair-stand', 'station-kiosk']);
    const path = '/customer-responses?limit=1000';
    const goran = await getAs<Listed<Response>>('goran', `${path}&person=me`);
    const disputes = goran.items.flatMap((one) => one.disputes);
    expect(disputes).toMatchObject([{ person: 'goran', settled: { outcome: 'partly' } }]);
    const bo = await getAs<Listed<Response>>('bo', `${path}&person=me&loop=closed`);
    expect(bo.items).toMatchObject([{ loop: { state: 'closed', cause: 'spare-part-missing' } }]);
  });

  it('has cases in time, one that was late, and some that are open', async () => {
    const { items } = await getAs<Listed<Case>>('bo', '/cases?limit=100');
    const late = items.filter(({ resolution }) => resolution.met === false);
    expect(items.length).toBeGreaterThan(7);
    expect(late).toMatchObject([{ customer: 'Kavala Foods' }]);
    const open = items.filter(({ stage }) => stage !== 'resolved').map(({ stage }) => stage);
    expect(open.toSorted()).toEqual(['paused', 'running']);
    const span = `from=${yearBefore(today)}&until=${today}`;
    const attained = await get<object>(`/sla-attainment?unit=support&${span}`);
    expect(attained).toMatchObject({ resolution: { met: 5, breached: 1, openPastDue: 0 } });
  });

  it('has a chart with a signal of the week in which the shop was down', async () => {
    const { items } = await asAnalyst<Listed<Chart>>('/control-charts?owner=cleo');
    expect(items).toMatchObject([{ chart: 'p', definition: 'bottom-share@1', period: 'week' }]);
    const signals = await asAnalyst<Listed<Signal>>('/signals?stage=open&overdue=false');
    const outage = signals.items.find(({ side }) => side === 'above');
    expect(outage).toMatchObject({ chart: items[0]?.id, rule: 'beyond-limit', stands: true });
    const { chart } = await asAnalyst<{ chart: Chart }>(`/control-charts/${String(items[0]?.id)}`);
    const point = chart.points.find(({ period }) => period === outage?.period);
    expect(point?.figure?.value).toBeGreaterThan(point?.upper ?? 1);
  });

  it('has released what customers said in each quarter that is over, for everybody', async () => {
    const all = await get<Listed<Release>>('/metric-releases?limit=100');
    const items = all.items.filter(({ source }) => source.kind === 'customer-responses');
    const over = 2;
    expect(items).toHaveLength(2 * over);
    const { release } = await get<{ release: Release }>(`/metric-releases/${items[0]?.id}`);
    const shown = release.figures.filter(({ suppressed }) => suppressed === null);
    // Of all, and of the four places that have answers enough.
    expect(shown.length).toBeGreaterThanOrEqual(5);
    expect(shown.every(({ n }) => n !== null && n >= 5)).toBe(true);
  });

  it('has a pulse survey that came to figures, and one that waits for the others', async () => {
    const { items } = await getAs<Listed<PulseSurvey>>('kaja', '/surveys?limit=10');
    expect(items.map(({ stage }) => stage).toSorted()).toEqual(['closed', 'launched']);
    const ended = items.find(({ stage }) => stage === 'closed')?.id;
    const { results } = await eventuallyIs(
      () => get<{ results: Results }>(`/surveys/${String(ended)}/results`),
      ({ results: { questions } }) => questions.some(({ release }) => release !== null),
    );
    const proud = results.questions.find(({ question }) => question === 'proud');
    const whole = proud?.figures.find(({ of }) => Object.keys(of).length === 0);
    expect(whole?.n).toBeGreaterThan(20);
    const units = proud?.figures.filter(({ of, n }) => 'unit' in of && n !== null) ?? [];
    expect(units.length).toBeGreaterThan(2);
    expect(units.every(({ n }) => n !== null && n >= 5)).toBe(true);
  });

  it('has units over which recognition and satisfaction are held beside each other', async () => {
    const span = `from=${yearBefore(today)}&until=${today}`;
    const path = '/associations?between=recognition-coverage&metric=csat';
    const { n, pearson, units, warnings } = await asAnalyst<Association>(`${path}&${span}`);
    expect(n).toBe(units.length);
    expect(n).toBeGreaterThanOrEqual(4);
    expect(pearson.value).not.toBeNull();
    expect(pearson.low).toBeLessThanOrEqual(pearson.value ?? NaN);
    expect(warnings.map(({ code }) => code)).toContain('not-a-cause');
  });

  it('has three cycles of the cast: closed, disputed, and being written', async () => {
    const all = await getAs<Listed<ReviewCycle>>('kaja', '/review-cycles?limit=10');
    const items = all.items.filter(({ title }) => !title.startsWith('A year'));
    const stages = items.map(({ stage }) => stage).toSorted();
    expect(stages).toEqual(['closed', 'collecting', 'released']);
    const stagesIn = async (stage: string): Promise<readonly string[]> => {
      const { id } = items.find((one) => one.stage === stage) ?? { id: '' };
      const listed = await getAs<Listed<Staged>>('kaja', `/reviews?cycle=${id}&limit=100`);
      return listed.items.map((one) => one.stage);
    };
    // Who has seen it may dispute it until the day is over: what was decided is closed at once.
    expect(new Set(await stagesIn('closed'))).toEqual(new Set(['acknowledged', 'closed']));
    const released = await stagesIn('released');
    expect(released).toHaveLength(10);
    expect(released.filter((stage) => stage === 'disputed')).toHaveLength(1);
    expect(await stagesIn('collecting')).toHaveLength(10);
    const dmitri = await getAs<Listed<{ id: string }>>('dmitri', '/reviews?ledBy=me&limit=100');
    const drafts = await Promise.all(
      dmitri.items.map(({ id }) => getAs<Drafted>('dmitri', `/reviews/${id}/draft`)),
    );
    expect(drafts.filter(({ reviewDraft }) => reviewDraft !== null)).toHaveLength(1);
  });

  it('has a rating that was calibrated, and one that a human put beside the score', async () => {
    const own = await getAs<Listed<{ id: string }>>('gita', '/reviews?limit=10');
    const reviews = await Promise.all(
      own.items.map(({ id }) => getAs<{ review: Reviewed }>('gita', `/reviews/${id}`)),
    );
    const final = reviews.flatMap(({ review }) => {
      const { from, to } = review.period;
      const isQuarter = Date.parse(to) - Date.parse(from) < 100 * 86_400_000;
      return isQuarter && review.final !== null ? [review] : [];
    });
    expect(final).toHaveLength(2);
    expect(final.flatMap(({ overrides }) => overrides)).toHaveLength(1);
    const calibrated = final.flatMap(({ calibrations }) => calibrations);
    expect(calibrated.map(({ from, to }) => from === to)).toEqual([false]);
  });

  it('has what people were rated before, on paper', async () => {
    const { items } = await getAs<Listed<{ rating: number | null }>>('ada', '/past-reviews');
    expect(items.length).toBeGreaterThan(5);
    const [own] = (await getAs<Listed<{ rating: number }>>('bo', '/past-reviews')).items;
    expect(own?.rating).toBeGreaterThan(1_000_000);
  });

  if (!onServers) {
    describe('for everybody', () => {
      let cycles: readonly ReviewCycle[];
      let reviews: readonly ReviewLine[];

      beforeAll(async () => {
        const { items } = await getAs<Listed<ReviewCycle>>('kaja', '/review-cycles?limit=10');
        cycles = items
          .filter(({ title }) => title.startsWith('A year'))
          .toSorted((one, other) => (one.period.from < other.period.from ? -1 : 1));
        const listed = await Promise.all(
          cycles.map(({ id }) => getAs<Listed<ReviewLine>>('jonas', reviewsIn(id))),
        );
        reviews = listed.flatMap(({ items: some }) => some);
      });

      const reviewsIn = (cycle: string) => `/reviews?cycle=${cycle}&limit=1000`;
      const withStage = (stage: string, of = reviews) => of.filter((one) => one.stage === stage);

      it('has three years of reviews, with who joins and who leaves', async () => {
        expect(cycles.map(({ stage }) => stage)).toEqual(['closed', 'closed', 'released']);
        const now = await getAs<Listed<Person & { present: boolean }>>(
          'kaja',
          '/people?limit=1000',
        );
        const away = now.items.filter(({ present }) => !present).map(({ person }) => person);
        // Six a year at most, and one of the cast, who is there in all of the years.
        expect(away).toHaveLength(17 + 1);
        const counts = cycles.map(({ id, n }) => [
          n,
          new Set(reviews.filter(({ cycleId }) => cycleId === id).map(({ subject }) => subject))
            .size,
        ]);
        for (const [pinned = 0, seen = 0] of counts) {
          // All but the own one; those who have joined are in it besides who was there at first.
          expect(seen).toBeGreaterThan(pinned - 1);
          expect(pinned).toBeGreaterThan(people - 3 * 12);
        }
        const notRated = withStage('not-rated');
        // Who leads the company has nobody above; some have left before they were written about.
        expect(notRated.length).toBeGreaterThan(3);
        for (const { subject } of notRated) expect(['tove', ...away]).toContain(subject);
      });

      it('has disputes that were decided, and some that are open', () => {
        const [first, , last] = cycles.map(({ id }) => reviews.filter((one) => one.cycleId === id));
        expect(withStage('closed', first).length).toBeGreaterThan(3);
        expect(withStage('disputed', first)).toEqual([]);
        expect(withStage('disputed', last).length).toBeGreaterThan(3);
      });

      it('has figures of what the sessions have changed', async () => {
        const sessions = await getAs<Listed<Session>>('kaja', '/calibration-sessions?limit=100');
        const ofYears = cycles.flatMap(({ id }) =>
          sessions.items.filter(({ cycleId }) => cycleId === id),
        );
        expect(ofYears.map(({ stage }) => stage)).toEqual(Array(3 * 6).fill('locked'));
      });

      it('has one whose years can be followed: work, words, customers, reviews', async () => {
        const me = played.followed ?? '';
        const mine = <Body>(path: string) => getAs<Body>(me, path);
        const goals = await mine<Listed<Goal>>(`/goals?owner=person:${me}&limit=100`);
        const periods = goals.items.map(({ period, stage }) => [period.name, stage]);
        expect(new Set(periods.map(([name]) => name)).size).toBe(3);
        expect(new Set(periods.map(([, stage]) => stage))).toEqual(new Set(['closed']));
        const notes = await mine<Listed<Given>>('/feedback/notes?limit=100');
        expect(new Set(notes.items.map(({ givenAt }) => yearOf(givenAt, cycles))).size).toBe(3);
        const answers = await mine<Listed<Answered>>('/customer-responses?person=me&limit=100');
        expect(answers.items).toHaveLength(9);
        const own = await mine<Listed<ReviewLine>>('/reviews?limit=100');
        const seen = await Promise.all(
          own.items.map(({ id }) => mine<{ review: Reviewed }>(`/reviews/${id}`)),
        );
        const [first, second, third] = cycles.map(
          ({ id }) => seen.find(({ review }) => review.cycleId === id)?.review,
        );
        expect(first).toMatchObject({ stage: 'closed', calibrations: [{ reasonCode: any }] });
        expect(first?.outcomes.map(({ what }) => what)).toContain('disputed');
        // The team was put together with another within the year: two have answered for it.
        expect(second?.segments).toHaveLength(2);
        expect(second?.segments[0]?.sealed).toBe('submitted');
        expect(third).toMatchObject({ stage: 'acknowledged', segments: [{ sealed: null }] });
        for (const one of [first, second, third]) expect(one?.final?.rating).toBe(one?.rating);
      });

      it('is told by the guide, as it says', async () => {
        const guide = readFileSync(join(root, 'docs/guides/three-years.md'), 'utf8');
        const examples = examplesIn(guide);
        const printed = await runExamples(examples, served);
        expect(printed).toHaveLength(examples.length);
        for (const [at, example] of examples.entries()) {
          const actual = printed[at] ?? '';
          if (!matches(example.printed, actual)) expect(actual).toBe(example.printed);
        }
      });

      it('explains every score exactly', async () => {
        const all = await getAs<Listed<ReviewCycle>>('kaja', '/review-cycles?limit=10');
        const others = await Promise.all(
          all.items
            .filter(({ id }) => cycles.every((one) => one.id !== id))
            .map(({ id }) => getAs<Listed<ReviewLine>>('jonas', reviewsIn(id))),
        );
        const waiting = [...reviews, ...others.flatMap(({ items }) => items)];
        const token = (await commandLine(tokenOf('jonas'))).out.trim();
        let explained = 0;
        const explain = async (): Promise<void> => {
          for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
            const { why } = await get<{ why: Why | null }>(`/reviews/${one.id}/score`, token);
            if (why === null || why.total === null) continue;
            const points = why.parts.flatMap(({ leaves }) => leaves.map((leaf) => leaf.points));
            expect([one.subject, sumOf(points)]).toEqual([one.subject, why.total]);
            explained += 1;
          }
        };
        await Promise.all(Array.from({ length: 8 }, explain));
        expect(explained).toBeGreaterThan(3 * 150);
      });
    });
  }

  it('changes nothing when it is played again', async () => {
    const head = await served.head();
    // As where the server ends with it, and its address would lead nowhere.
    expect(await own('--no-link')).toMatchObject({ steps: played.steps, link: null });
    expect(await served.head()).toBe(head);
  });

  // Of the command line alone: on servers it would show nothing that has not been shown.
  if (!onServers) {
    it('is played with one token where no other can be signed', async () => {
      const other = ['--people', '42', '--today', '2025-06-20', '--seed', 'other'];
      const again = await play(...other, '--token', served.token);
      expect(again.periods.map(({ name }) => name)).toContain('2025-Q2');
      expect(again.toldBefore).toBeGreaterThan(0);
      // Nobody meets themselves, or thanks themselves.
      expect(again.byCommand).not.toHaveProperty('hold-one-to-one');
      expect(again.byCommand).not.toHaveProperty('recognise');
      expect(again.byCommand['record-response']).toBeGreaterThan(100);
    });
  }
});

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`;
}

const eventuallyMsMax = 60_000;

async function eventuallyIs<Said>(
  ask: () => Promise<Said>,
  isSo: (said: Said) => boolean,
): Promise<Said> {
  const deadline = Date.now() + eventuallyMsMax;
  for (;;) {
    const said = await ask();
    if (isSo(said) || Date.now() > deadline) return said;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + one, 0);
}

/** In which of the years somebody was told something. */
function yearOf(at: string, cycles: readonly ReviewCycle[]): number {
  return cycles.findIndex(({ period }) => period.from <= at && at.slice(0, 10) <= period.to);
}

const any: unknown = expect.any(String);

interface ReviewLine {
  readonly id: string;
  readonly cycleId: string;
  readonly subject: string;
  readonly stage: string;
}

interface Why {
  readonly total: number | null;
  readonly parts: readonly { readonly leaves: readonly { readonly points: number }[] }[];
}

interface Session {
  readonly cycleId: string;
  readonly stage: string;
}

interface Goal {
  readonly stage: string;
  readonly period: { readonly name: string };
}

interface Given {
  readonly givenAt: string;
}

interface Answered {
  readonly id: string;
}

interface ReviewCycle {
  readonly id: string;
  readonly title: string;
  readonly n: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly stage: string;
}

interface Reviewed {
  readonly period: { readonly from: string; readonly to: string };
  readonly cycleId: string;
  readonly stage: string;
  readonly rating: number | null;
  readonly final: { readonly rating: number } | null;
  readonly outcomes: readonly { readonly what: string }[];
  readonly segments: readonly { readonly sealed: string | null }[];
  readonly overrides: readonly object[];
  readonly calibrations: readonly { readonly from: number; readonly to: number }[];
}

interface Person {
  readonly person: string;
}

interface By {
  readonly sub: string;
  readonly onBehalfOf?: string;
}

interface Chart {
  readonly id: string;
  readonly points: readonly {
    readonly period: string;
    readonly figure: { readonly value: number } | null;
    readonly upper: number | null;
  }[];
}

interface PulseSurvey {
  readonly id: string;
  readonly stage: string;
}

interface Results {
  readonly questions: readonly {
    readonly question: string;
    readonly release: string | null;
    readonly figures: readonly {
      readonly of: Readonly<Record<string, string>>;
      readonly n: number | null;
    }[];
  }[];
}

interface Release {
  readonly id: string;
  readonly source: { readonly kind: string };
  readonly figures: readonly {
    readonly suppressed: string | null;
    readonly n: number | null;
  }[];
}

interface Signal {
  readonly chart: string;
  readonly period: string;
  readonly side: string;
}

interface Association {
  readonly n: number;
  readonly pearson: { readonly value: number | null; readonly low: number | null };
  readonly units: readonly object[];
  readonly warnings: readonly { readonly code: string }[];
}

interface Note {
  readonly links: readonly object[];
}

interface Staged {
  readonly stage: string;
}

interface Meeting {
  readonly actions: readonly Staged[];
}

interface Points {
  readonly earned: number;
  readonly pending: readonly object[];
}

interface Redeemed {
  readonly person: string;
  readonly state: string;
}

interface Satisfaction {
  readonly total: { readonly tier: string };
  readonly rows: readonly { readonly of: string; readonly tier: string }[];
}

interface Response {
  readonly disputes: readonly object[];
}

interface Case {
  readonly stage: string;
  readonly customer: string;
  readonly resolution: { readonly met: boolean | null };
}

interface Totals {
  readonly coverage: { readonly value: number };
}
