import { company, type Body, type Caller, type Company } from '@plumbline/feedback/testing';
import { analyticsService } from '../analytics.service.ts';
import { ChartTurns } from '../charts.turns.ts';
import { daysOf, periodsBetween } from '../control-chart/period.ts';

export interface Charting extends Company {
  /** Manages service in all the company. */
  readonly sam: Caller;
  /** Analyses in all the company. */
  readonly ana: Caller;
  /** So many of so many customers of a week were detractors, at gate A where nothing is told. */
  answered(week: string, bottom: number, n: number, told?: object): Promise<void>;
  /** A turn over all charts, once everything is known. How many of them have changed by it. */
  plot(): Promise<number>;
  /** A chart as who manages service reads it, or somebody else; or its points by period. */
  chart(id: string, query?: string, by?: Caller): Promise<Body>;
  point(id: string, period: string, query?: string): Promise<Body>;
  signals(query?: string): Promise<Body[]>;
}

/** Detractors of ten customers, week by week: the baseline of the tests. */
export const detractors = [2, 3, 1, 2, 4, 2, 1, 3, 2, 2];
export const baselineWeeks = periodsBetween('week', '2026-W01', '2026-W10');
/** The first noon at which the last of these weeks has been over for three days. */
export const baselineOver = '2026-03-12T12:00:00.000Z';

export const drawn = {
  ...{ name: 'Detractors at gate A', figure: 'bottom-share', metric: 'nps', period: 'week' },
  ...{ place: { by: 'location', is: 'gate-a' }, chart: 'p' },
  baseline: { from: '2026-W01', until: '2026-W10' },
};

/** The company with its customers of ten weeks. */
export async function charting(
  instant = baselineOver,
  weeks: readonly string[] = baselineWeeks,
): Promise<Charting> {
  const house = await company('2026-01-01T00:00:00.000Z', [analyticsService]);
  house.clock.set(instant);
  const importer = house.as('imp', { roles: ['importer'] });
  let key = 0;
  const answered: Charting['answered'] = async (week, bottom, n, told = {}) => {
    const occurredOn = daysOf('week', week).from;
    const lines = Array.from({ length: n }, (_, at) => ({
      ...{ key: `key-${(key += 1)}`, source: 'gates', occurredOn, answeredAt: occurredOn },
      ...{ touchpoint: 'gate', channel: 'kiosk', location: 'gate-a' },
      answers: [{ metric: 'nps', score: at < bottom ? 3 : 10 }],
      ...told,
    }));
    const outcomes = await importer.lines('/customer-responses/import', lines);
    const refused = outcomes.filter((one) => one['status'] === 'refused');
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
    await house.settled();
  };
  const sam = house.as('sam', { roles: ['service-manager'] });
  const chart: Charting['chart'] = async (id, query = '', by = sam) => {
    const { status, body } = await by.get(`/control-charts/${id}${query}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body['chart'] as Body;
  };
  for (const [at, week] of weeks.entries()) await answered(week, detractors[at] ?? 0, 10);
  return {
    ...{ ...house, answered, chart, sam },
    ana: house.as('ana', { roles: ['analyst'] }),
    plot: async () => {
      await house.settled();
      const changed = await house.web.app.get(ChartTurns).plot();
      await house.settled();
      return changed;
    },
    point: async (id, period, query) => {
      const points = (await chart(id, query))['points'] as Body[];
      const found = points.find((one) => one['period'] === period);
      if (found === undefined) throw new Error(`There is no point ${period}.`);
      return found;
    },
    signals: async (query = '') => {
      const { status, body } = await sam.get(`/signals${query}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body['items'] as Body[];
    },
  };
}
