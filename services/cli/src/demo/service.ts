import { desk, serviceManager } from './cast.ts';
import { storiedResponse } from './customers.ts';
import { care, founded } from './organisation.ts';
import { msPerDay, Script, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

const msPerHour = 3_600_000;
const minutesPerDay = 24 * 60;

/** Monday to Friday, from eight to six. */
const opening = {
  zone: 'Europe/Berlin',
  week: [0, 1, 2, 3, 4].map((day) => ({
    from: day * minutesPerDay + 8 * 60,
    until: day * minutesPerDay + 18 * 60,
  })),
};

const levelsName = 'service-levels';

/** Minutes of opening hours: two of its days, and one, until a case is resolved. */
const standard = { firstResponse: 4 * 60, resolution: 20 * 60 };
const urgent = { firstResponse: 60, resolution: 8 * 60 };

/** What customers are promised; the first answer comes sooner since the quarter before. */
export function levelsThread({ now, previous }: Telling): Thread {
  const script = new Script({ now, as: serviceManager });
  const define = (id: string, name: string, targets: object): void => {
    script.add(Date.parse(founded), '/service-levels', { name, targets, opening }, id);
  };
  define('standard', 'Standard', standard);
  define('urgent', 'Urgent', urgent);
  const reason = 'Most are answered within an hour or two: we may as well promise it.';
  const sooner = { targets: { ...standard, firstResponse: 3 * 60 }, reason };
  script.add(Date.parse(previous.start), '/service-levels/{standard}/revise', sooner);
  return { name: levelsName, steps: script.steps, once: 'founded', inPerson: true };
}

interface Tale {
  readonly customer: string;
  readonly summary: string;
  readonly level: 'standard' | 'urgent';
  /** Days after the beginning of the quarter before the last; if it is closed, the next workday. */
  readonly day: number;
  /** Days until it is resolved: on the same one, the next one, or late. */
  readonly days: number;
  readonly reopened?: string;
}

const tales: readonly Tale[] = [
  {
    ...{ customer: 'Nordhaus', summary: 'The lid does not close.', level: 'standard' },
    ...{ day: 6, days: 1 },
  },
  {
    ...{ customer: 'Maison Petit', summary: 'The invoice names the wrong company.' },
    ...{ level: 'standard', day: 14, days: 0 },
  },
  {
    ...{ customer: 'Blum & Söhne', summary: 'The line stands still.', level: 'urgent' },
    ...{ day: 21, days: 0 },
  },
  {
    ...{ customer: 'Kavala Foods', summary: 'A part is missing in the box.', level: 'standard' },
    ...{ day: 30, days: 9 },
  },
  {
    ...{ customer: 'Café Ohm', summary: 'It hums since the repair.', level: 'standard' },
    ...{ day: 41, days: 0, reopened: 'It hums again, a tone lower.' },
  },
  {
    ...{ customer: 'Ribeira', summary: 'They cannot sign in.', level: 'urgent' },
    ...{ day: 63, days: 0 },
  },
];

/** Cases of support: in time but for one, one waits for a supplier, one is at work. */
export function caseThreads(telling: Telling): Thread[] {
  const { now, previous, current } = telling;
  const before = Date.parse(previous.start);
  const told = tales.map(({ customer, summary, level, day, days, reopened }, at) => {
    const opened = workdayFrom(before + day * msPerDay) + 9 * msPerHour;
    const one = caseOf(telling, `${at + 1}`, { customer, summary, level }, opened);
    // The one that is late has its first answer late as well.
    const late = days > 1 ? msPerDay : 0;
    one.add(workdayFrom(opened + late) + msPerHour / 2, 'respond');
    const resolved = workdayFrom(opened + days * msPerDay) + 2 * msPerHour;
    one.add(resolved, 'resolve');
    if (reopened !== undefined) {
      one.add(resolved + msPerHour, 'reopen', { reason: reopened });
      one.add(resolved + 3 * msPerHour, 'resolve');
    }
    return one.thread;
  });
  const response = storiedResponse(telling, 'called-back');
  const waits = { customer: 'Harbour Rowing', summary: 'A spring broke twice.', response };
  const waitingSince = workdayFrom(before + 52 * msPerDay) + 9 * msPerHour;
  const waiting = caseOf(telling, 'waiting', { ...waits, level: 'standard' }, waitingSince);
  waiting.add(waitingSince + msPerHour, 'respond');
  waiting.add(waitingSince + 2 * msPerHour, 'pause', { cause: 'supplier' });

  const ofCare = { customer: 'Lumen', summary: 'Two of ten flicker.', level: 'standard' } as const;
  const careSince = workdayFrom(Date.parse(current.start) + msPerDay) + 9 * msPerHour;
  const cared = caseOf(telling, 'care', ofCare, careSince, { unit: care.id, as: desk.lead });
  cared.add(careSince + msPerHour, 'respond');
  cared.add(careSince + 2 * msPerHour, 'pause', { cause: 'customer' });
  const again = workdayFrom(careSince + 4 * msPerDay);
  cared.add(again, 'resume');
  cared.add(again + 3 * msPerHour, 'resolve');

  const last = { customer: 'Atelier Vogt', summary: 'How is it cleaned?', level: 'standard' };
  const openSince = workdayBefore(now - msPerDay) + 9 * msPerHour;
  const open = caseOf(telling, 'open', last, openSince);
  open.add(openSince + msPerHour, 'respond');
  return [...told, waiting.thread, cared.thread, open.thread];
}

interface Opening {
  readonly customer: string;
  readonly summary: string;
  readonly level: string;
  readonly response?: string;
}

function caseOf(
  { now, current }: Telling,
  name: string,
  { level, ...rest }: Opening,
  at: number,
  by: { readonly unit: string; readonly as: string } = { unit: 'support', as: 'bo' },
) {
  const script = new Script({ now, as: by.as });
  const slaRef = `{${levelsName}:${level}}`;
  const opened = { slaRef, unit: by.unit, touchpoint: 'support', ...rest };
  script.add(at, '/cases', opened, 'case');
  const { steps } = script;
  const thread: Thread = { name: `cases/${name}`, steps, once: current.name, inPerson: true };
  const add = (then: number, what: string, body: object = {}): void => {
    script.add(then, `/cases/{case}/${what}`, body);
  };
  return { thread, add };
}

/** The same instant, or as many days later as it takes until a Monday. */
function workdayFrom(at: number): number {
  return at + ([1, 0, 0, 0, 0, 0, 2][new Date(at).getUTCDay()] ?? 0) * msPerDay;
}

/** The same instant, or that of the Friday before. */
function workdayBefore(at: number): number {
  return at - ([2, 0, 0, 0, 0, 0, 1][new Date(at).getUTCDay()] ?? 0) * msPerDay;
}
