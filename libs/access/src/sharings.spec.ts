import { expect, it } from '@jest/globals';
import { memoryPlaces } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import { until } from '@plumbline/kernel/testing';
import { directoryGate, directoryLog } from './access.testing.ts';
import type { Viewing } from './readers.ts';
import { followSharings } from './sharings.ts';

const look = (more: Partial<Viewing>): Viewing => ({
  ...{ by: 'hana', action: 'calibration/read', rule: 'calibration/read:hr-partner' },
  ...{ record: 'review:r1', at: '2026-07-01T08:00:00.000Z', ...more },
});

it('nobody is told by who looked that they are compared, until their review is shared', async () => {
  const { log, clock, record } = directoryLog();
  const gates = [{ ...directoryGate, context: 'reviews' }];
  const feed = tailFeed({ log, gates, places: memoryPlaces(), pollMs: 5 });
  const sharings = followSharings(feed);
  const plain = look({ action: 'goal/read', record: 'goal:g1' });
  const other = look({ record: 'review:r2' });
  const later = look({ at: '2026-07-01T09:00:00.001Z' });
  const told = () => sharings.told('acme', [plain, look({}), other, later]);
  expect(await told()).toEqual([plain]);
  await record('acme', 'reviews.ReviewShared.v1', { reviewId: 'r1' }, 'r1');
  await until(async () => (await told()).length > 1);
  expect(await told()).toEqual([plain, look({})]);
  expect(await sharings.told('zeta', [look({})])).toEqual([]);
  clock.set('2026-07-02T09:00:00.000Z');
  await record('acme', 'reviews.ReviewShared.v1', { reviewId: 'r1' }, 'r1');
  await until(async () => (await told()).length > 2);
  expect(await told()).toEqual([plain, look({}), later]);
  await sharings.close();
  await log.close();
});
