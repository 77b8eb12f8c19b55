import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAllFactsMax } from '@plumbline/event-log';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { systemClock, type Position } from '@plumbline/kernel';
import { dataFolder } from '@plumbline/platform';
import { callerOf, dayFromToday, done } from './support/caller.ts';
import { serve, type Served } from './support/served.ts';
import { yearCompany } from './support/year.ts';

/** Two tenants in one log, whose people, units and goals are called alike. */
describe('an act in one tenant', () => {
  let folder: string;
  let served: Served;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-tenants-'));
    served = await serve({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A company with private goals, some of which were read; all that a context records. */
  const live = async (tenant: string) => {
    const where = { url: served.url, folder, tenant };
    const company = await yearCompany(where);
    const from = dayFromToday(-300);
    await done(company.hr.post('/people', { person: 'ada', name: 'Ada', post: 'seller', from }));
    await served.caughtUp();
    const id = await company.privateGoal(company.of('ada'), 'Quietly better');
    await served.caughtUp();
    await done(company.of('mia').get(`/goals/${id}`));
    await done(
      company.of('ada').post('/people/ada/delegations', {
        ...{ to: 'bo', from: dayFromToday(0), until: dayFromToday(3) },
      }),
    );
    const moved = { unit: 'desk', into: 'service', from: dayFromToday(-10), reason: 'One of two.' };
    const { id: order } = await done(company.hr.post('/reorganisations', moved));
    for (let state: unknown; state !== 'completed';) {
      const { reorganisation } = (await company.hr.get(`/reorganisations/${String(order)}`)).body;
      state = (reorganisation as { state?: unknown } | undefined)?.state;
    }
    await served.caughtUp();
    return id;
  };

  /** Each fact of a tenant as it lies in the log, and with where it lies. */
  const bytesOf = async (tenant: string): Promise<readonly string[]> => {
    const log = openSqliteLog({ path: dataFolder(folder).log, clock: systemClock });
    const found: string[] = [];
    for (let after: Position | null = null; ;) {
      const { facts, next, atHead } = await log.readAll(after, { limit: readAllFactsMax });
      for (const one of facts) {
        if (one.tenant === tenant) found.push(JSON.stringify(one));
      }
      after = next;
      if (atHead) break;
    }
    await log.close();
    return found;
  };

  it('leaves every byte of the other as it was, and shows nothing of it', async () => {
    const theirs = await live('beta');
    await served.stop();
    const before = await bytesOf('beta');
    expect(before.length).toBeGreaterThan(20);
    served = await serve({ DATA_DIR: folder });
    const ours = await live('alpha');
    expect(ours).not.toBe(theirs);
    const where = { url: served.url, folder };
    // Who looks at their own goal leaves no trace. Mia has looked once: in another minute than that
    // a second look would be a fact more, and as many are counted below.
    const ada = await callerOf({ ...where, tenant: 'alpha' }, 'ada');
    expect((await ada.get(`/goals/${ours}`)).status).toBe(200);
    expect((await ada.get(`/goals/${theirs}`)).status).toBe(404);
    const nobody = await callerOf({ ...where, tenant: 'gamma' }, 'mia', 'administrator');
    for (const path of ['/people', '/units', '/posts', '/goals', '/reorganisations']) {
      expect([path, (await done(nobody.get(path)))['items']]).toEqual([path, []]);
    }
    await served.stop();
    expect((await bytesOf('alpha')).length).toBe(before.length);
    expect(await bytesOf('beta')).toEqual(before);
  });
});
