import type { Caller } from '../feedback.testing.ts';
import { company, type Company } from './company.testing.ts';

/** Monday to Friday, nine to five in Berlin; closed at Easter. */
export const opening = {
  zone: 'Europe/Berlin',
  week: [0, 1, 2, 3, 4].map((day) => ({ from: day * 1_440 + 540, until: day * 1_440 + 1_020 })),
  holidays: ['2026-04-03', '2026-04-06'],
};

/** Two hours, and two days. */
export const targets = { firstResponse: 120, resolution: 960 };

/** A Thursday, an hour before the desk closes; over the weekend summer time begins. */
export const thursday = '2026-03-26T15:00:00.000Z';

export interface Desk extends Company {
  /** Manages service in all the company. */
  readonly sam: Caller;
  /** Works at the desk. */
  readonly bo: Caller;
  /** The service level that cases are opened by when nothing is told. */
  readonly sla: string;
  level(told?: object): Promise<string>;
  open(told?: object, by?: Caller): Promise<string>;
  /** A case as somebody reads it. */
  case(id: string, query?: string, by?: Caller): Promise<Readonly<Record<string, unknown>>>;
}

export async function desk(instant = thursday): Promise<Desk> {
  const at = await company('2026-01-01T00:00:00.000Z');
  const sam = at.as('sam', { roles: ['service-manager'] });
  const level = (told: object = {}) =>
    at.made(sam.post('/service-levels', { name: 'Standard', targets, opening, ...told }));
  const sla = await level();
  at.clock.set(instant);
  return {
    ...{ ...at, sam, sla, level },
    open: (told = {}, by = at.bo) =>
      at.made(by.post('/cases', { slaRef: sla, unit: 'desk', customer: 'M. Weber', ...told })),
    case: async (id, query = '', by = at.bo) => {
      const { status, body } = await by.get(`/cases/${id}${query}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body['case'] as Readonly<Record<string, unknown>>;
    },
  };
}
