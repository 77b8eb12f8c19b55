import { serviceManager } from './cast.ts';
import { weeksWithin } from './periods.ts';
import { msPerDay, Script, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

/**
 * A chart of the first quarter that is played: what came after it is held against its limits, and
 * the week in which the shop was down is a signal that waits to be explained.
 */
export function chartThread({ now, quarters, current }: Telling): Thread {
  const script = new Script({ now, as: serviceManager });
  const [first = current] = quarters;
  const weeks = weeksWithin(first);
  const [from = '', until = from] = [weeks[0], weeks.at(-1)];
  script.add(now, '/control-charts', {
    ...{ name: 'Customers let down, week by week', figure: 'bottom-share', metric: 'csat' },
    ...{ period: 'week', chart: 'p', baseline: { from, until } },
    rules: ['beyond-limit', 'run-of-8'],
  });
  return { name: 'charts', steps: script.steps, once: current.name, inPerson: true };
}

/** What everybody may know of each quarter that is over: how customers were, by where they came. */
export function releasesThread({ now, quarters, current }: Telling): Thread {
  const script = new Script({ now, as: serviceManager });
  for (const { start: from, end: until } of quarters) {
    if (Date.parse(until) + msPerDay > now) continue;
    for (const metric of ['nps', 'csat']) {
      script.add(now, '/metric-releases', { metric, from, until, dimensions: ['location'] });
    }
  }
  return { name: 'releases', steps: script.steps, once: current.name, inPerson: true };
}
