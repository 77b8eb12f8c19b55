import { company, type Body, type Caller, type Company } from '@plumbline/feedback/testing';
import { analyticsService } from '../analytics.service.ts';

/** A company whose customers answer, with those who release figures of it and read them. */
export interface Releasing extends Company {
  readonly sam: Caller;
  readonly ana: Caller;
  readonly auditor: Caller;
  /** Responses with these scores, which differ by what is told. */
  answered(scores: readonly number[], more?: object): Promise<readonly string[]>;
  /** Releases figures, and answers with the id of the release. */
  released(body: object, by?: Caller): Promise<string>;
  restated(release: string, body?: object): Promise<string>;
  release(id: string, by?: Caller, query?: string): Promise<Released>;
}

export interface Released extends Body {
  readonly figures: readonly ReleasedFigure[];
}

export interface ReleasedFigure extends Body {
  readonly figure: number;
  readonly of: Readonly<Record<string, string>>;
  readonly n: number | null;
  readonly value: number | null;
  readonly suppressed: string | null;
}

const visit = {
  ...{ source: 'after-visit', occurredOn: '2026-05-04', answeredAt: '2026-05-06T18:20:00Z' },
  ...{ touchpoint: 'counter', channel: 'mail', location: 'north' },
};

export const may = { from: '2026-05-01', until: '2026-05-31' };

export async function releasing(): Promise<Releasing> {
  const house = await company('2026-06-01T09:00:00.000Z', [analyticsService]);
  const sam = house.as('sam', { roles: ['service-manager'] });
  const ana = house.as('ana', { roles: ['analyst'] });
  const auditor = house.as('aud', { roles: ['auditor'] });
  return {
    ...{ ...house, sam, ana, auditor },
    answered: async (scores, more = {}) => {
      const made: string[] = [];
      for (const score of scores) {
        const body = { ...visit, answers: [{ metric: 'nps', score }], ...more };
        made.push(await house.made(sam.post('/customer-responses', body)));
      }
      await house.settled();
      return made;
    },
    released: async (body, by = ana) => {
      const id = await house.made(by.post('/metric-releases', { metric: 'nps', ...may, ...body }));
      await house.settled();
      return id;
    },
    restated: async (release, body = {}) => {
      const id = await house.made(ana.post(`/metric-releases/${release}/restate`, body));
      await house.settled();
      return id;
    },
    release: async (id, by = house.cy, query = '') => {
      const { status, body } = await by.get(`/metric-releases/${id}${query}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body['release'] as Released;
    },
  };
}

/** What a release shows of each segment: its count, or why it is withheld. */
export function saidOf({ figures }: Released): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    figures.map(({ of, n, suppressed }) => [Object.values(of).join('/') || '*', n ?? suppressed]),
  );
}
