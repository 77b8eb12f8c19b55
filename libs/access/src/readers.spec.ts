import { describe, expect, it } from '@jest/globals';
import type { Position, Recorded } from '@plumbline/kernel';
import type { RecordViewed } from './access-log.ts';
import { publish, publishTo } from './access.parts.ts';
import { readers, readersKey, readersMonth, type Readers } from './readers.ts';

const viewed: RecordViewed = {
  type: 'RecordViewed',
  ...{ subject: 'ada', by: 'max', action: 'goal/read', rule: 'managers-read', record: 'goal:g1' },
  at: '2026-07-31T23:59:59.999Z',
};

const recorded = (fact: RecordViewed): Recorded<RecordViewed> => ({
  ...{ fact, id: 'f', tenant: 'acme', stream: 's', revision: 0, position: '1' as Position },
  ...{ recordedAt: 0, effectiveAt: fact.at, actor: { sub: fact.by, via: 'http' } },
  ...{ commandId: 'c', correlationId: 'c', causationId: 'c' },
});

const docsOf = (...facts: readonly RecordViewed[]): ReadonlyMap<string, Readers> => {
  const docs = new Map<string, Readers>();
  for (const one of facts.map(recorded)) {
    for (const key of readers.keys(one)) {
      docs.set(key, readers.fold(docs.get(key), one, key) as Readers);
    }
  }
  return docs;
};

describe('the readers of a person', () => {
  it('are found by the day, each look by itself', () => {
    const second = { ...viewed, by: 'eve', onBehalfOf: 'max', at: '2026-07-31T08:00:00.000Z' };
    const nextDay = { ...viewed, at: '2026-08-01T00:00:00.000Z' };
    const docs = docsOf(viewed, second, nextDay, { ...viewed, subject: 'bo' });
    const { type: _, subject, ...view } = viewed;
    const { type: __, subject: ___, ...secondView } = second;
    expect(docs.get(readersKey('ada', '2026-07-31'))).toEqual({
      ...{ subject, day: '2026-07-31', views: [view, secondView] },
    });
    expect(docs.get(readersKey('ada', '2026-08-01'))?.views).toHaveLength(1);
    expect(docs.get(readersKey('bo', '2026-07-31'))?.views).toHaveLength(1);
    expect(docs.size).toBe(3);
  });

  it('are found by the person, and by the month', () => {
    const [doc] = docsOf(viewed).values();
    expect(doc && readers.index(doc)).toEqual({
      ...{ subject: 'ada', month: readersMonth('ada', '2026-07') },
    });
  });

  it('are published without when they looked: the envelope has it', () => {
    const { type: _, at: __, ...data } = viewed;
    expect(publish(viewed)).toEqual({ type: 'access.RecordViewed.v1', data });
    const delegated = publish({ ...viewed, onBehalfOf: 'mia' });
    expect(delegated.data).toEqual({ ...data, onBehalfOf: 'mia' });
  });

  it('are in the stream, but to oneself nothing says that one is compared', () => {
    const compared: RecordViewed = { ...viewed, action: 'calibration/read', record: 'review:r1' };
    expect(publishTo(compared, 'ada')).toBeNull();
    expect(publishTo(compared, 'bo')).toEqual(publish(compared));
    expect(publishTo(viewed, 'ada')).toEqual(publish(viewed));
  });
});
