import { clearText } from '@plumbline/kernel';
import type * as Command from './service-level.commands.ts';
import type { OpeningTimes, ServiceLevelFact, Targets } from './service-level.ts';

/** The example histories of a service level: what is promised, and then in less time. */
export const serviceLevelId = '6f0c2b9e-3d41-5a87-8b62-1e4d7c9a0f35';
const subject = `service-level:${serviceLevelId}`;

const asked = (act: string, at: string) => ({ act, serviceLevelId, at, now: at });
const told = (act: string, at: string) => ({ act, serviceLevelId, at });

/** Monday to Friday, nine to five in Berlin. */
export const office: OpeningTimes = {
  zone: 'Europe/Berlin',
  week: [0, 1, 2, 3, 4].map((day) => {
    return { from: day * 1_440 + 9 * 60, until: day * 1_440 + 17 * 60 };
  }),
  holidays: ['2026-04-03', '2026-04-06', '2026-05-01'],
};

/** Two hours, and two days. */
export const targets: Targets = { firstResponse: 120, resolution: 960 };

export const define: Command.DefineServiceLevel = {
  type: 'DefineServiceLevel',
  ...asked('act-define', '2026-01-01T00:00:00.000Z'),
  ...{ targets, opening: office, words: { name: 'Standard' } },
};
export const defined = {
  type: 'ServiceLevelDefined',
  ...told('act-define', '2026-01-01T00:00:00.000Z'),
  ...{ version: 1, targets, opening: office },
  text: clearText(subject, { name: 'Standard' }),
} as const satisfies ServiceLevelFact;

const quicker: Targets = { firstResponse: 60, resolution: 960 };
const reason = 'Customers asked for it.';

export const revise: Command.ReviseServiceLevel = {
  type: 'ReviseServiceLevel',
  ...asked('act-revise', '2026-04-01T00:00:00.000Z'),
  ...{ targets: quicker, words: { reason } },
};
export const revised = {
  type: 'ServiceLevelRevised',
  ...told('act-revise', '2026-04-01T00:00:00.000Z'),
  ...{ version: 2, targets: quicker, opening: office },
  text: clearText(subject, { reason }),
} as const satisfies ServiceLevelFact;
