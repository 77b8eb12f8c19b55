import { afterEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '@plumbline/event-log';
import type { PublishedFact } from '@plumbline/feed';
import { recognising, type Recognising } from './http/recognition.testing.ts';
import { RecognitionReactions } from './recognition.reactions.ts';

type Given = Parameters<RecognitionReactions['recognitionGiven']>[0][number];

describe('points on their way from giver to receiver', () => {
  let at: Recognising;
  afterEach(() => at.close());

  const given = async () =>
    (await at.published('feedback.RecognitionGiven')) as readonly (PublishedFact & Given)[];
  const deliver = async (facts: readonly Given[]) => {
    await at.web.app.get(RecognitionReactions).recognitionGiven(facts);
    await at.settled();
  };
  const ledger = async () => {
    await at.settled();
    const { body } = await at.auditor.get('/points/ledger');
    expect(body['sum']).toBe(0);
    return body;
  };

  it('arrive once, also when they are told of twice and out of order', async () => {
    at = await recognising();
    await at.give(at.ada, { receivers: ['bo', 'cy'] });
    await at.give(at.mia, { points: 5 });
    await at.give(at.ada, { points: 0 });
    const before = await ledger();
    expect(before).toMatchObject({ inTransit: 0 });
    const head = await at.log.head();
    const facts = await given();
    expect(facts).toHaveLength(4);
    await deliver(facts.toReversed());
    await deliver([...facts, ...facts]);
    expect(await at.log.head()).toBe(head);
    expect(await ledger()).toEqual({ ...before, position: expect.anything() });
    expect(await at.pointsOf(at.bo)).toEqual({ left: 100, earned: 15, pending: 0 });
    expect(await at.pointsOf(at.cy)).toEqual({ left: 100, earned: 10, pending: 0 });
  });

  it('are not the receiver’s to redeem twice by a fact that is forged anew', async () => {
    at = await recognising();
    await at.give(at.ada);
    await at.settled();
    const [fact] = await given();
    // Another id, as of a feed that was made anew: the receipt itself knows the recognition.
    await deliver([{ ...(fact as Given), id: '3d2f6a10-5b7c-5e90-8a1f-6c3e5b7d8f99' }]);
    expect(await at.pointsOf(at.bo)).toEqual({ left: 100, earned: 10, pending: 0 });
  });

  it.each(['before', 'after'] as const)(
    'are in transit over a crash %s the append, and arrive when it is told again',
    async (when) => {
      at = await recognising();
      const crashes = crashOnce(at.log, when, 'feedback.PointsReceived.v1');
      await at.give(at.mia, { points: 7, receivers: ['cy'] });
      await at.settled();
      expect(crashes()).toBe(1);
      const body = await ledger();
      expect(body).toMatchObject({ inTransit: 0 });
      expect(await at.pointsOf(at.cy)).toMatchObject({ earned: 7 });
    },
  );

  it('are shown in transit as long as nobody has told the receiver’s account', async () => {
    at = await recognising();
    const { position } = (await at.give(at.ada, { points: 9 })).body;
    await at.settled();
    const then = await at.auditor.get(`/points/ledger?asOf=${String(position)}`);
    expect(then.body).toMatchObject({ sum: 0, inTransit: 9 });
    expect(await ledger()).toMatchObject({ inTransit: 0 });
  });
});

/** The first append of facts of a type fails, before anything is recorded or after it. */
function crashOnce(log: EventLog, when: 'before' | 'after', type: string): () => number {
  const { append } = log;
  let crashes = 0;
  Object.assign(log, {
    append: async (asked: Parameters<EventLog['append']>[0]) => {
      const isNow = crashes === 0 && asked.facts.some((fact) => fact.type === type);
      if (isNow) crashes += 1;
      if (isNow && when === 'before') throw new Error('The process ended before the append.');
      const receipt = await append(asked);
      if (isNow) throw new Error('The process ended after the append.');
      return receipt;
    },
  });
  return () => crashes;
}
