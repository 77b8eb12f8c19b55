import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { clearText, manualClock, Malformed, type Text } from '@plumbline/kernel';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { factCodec, type CommandContext, type Envelope, type StoredFact } from './index.ts';
import { openMemoryLog } from './memory.ts';

type Fact =
  { type: 'Opened'; at: string; text: Text } | { type: 'Rated'; rating: number; scale: string };

const about: CommandContext & { stream: string } = {
  tenant: 'acme',
  stream: 'reviews.review-acme.1',
  actor: { sub: 'ada', via: 'http' },
  commandId: 'c1',
  fingerprint: 'f',
  effectiveAt: '2026-07-01T00:00:00.000Z',
  correlationId: 'c1',
  causationId: 'c1',
};
const opened: Fact = { type: 'Opened', at: 'now', text: clearText('person:bo', { why: 'Secret' }) };
const rated: Fact = { type: 'Rated', rating: 3, scale: 'five' };

describe('the codec of facts', () => {
  const keys = openMemoryKeyStore();
  const sealer = createSealer({ keys, rootKey: randomBytes(32) });
  const codec = factCodec<Fact>({
    context: 'reviews',
    versions: { Opened: 1, Rated: 2 },
    upcasters: { 'reviews.Rated.v1': (data) => ({ ...data, scale: 'five' }) },
  });
  const store = async (facts: readonly Fact[]): Promise<readonly StoredFact[]> => {
    const log = openMemoryLog({ clock: manualClock('2026-07-01T10:00:00.000Z') });
    const encoded = await codec.encode(facts, about, sealer);
    const { tenant, stream, commandId, fingerprint } = about;
    const command = { tenant, stream, commandId, fingerprint };
    await log.append({ ...command, expected: 'none', facts: encoded });
    return log.read(stream);
  };

  it('gives back what it was given, with its text sealed', async () => {
    const stored = await store([opened, rated]);
    expect(stored.map((one) => one.type)).toEqual(['reviews.Opened.v1', 'reviews.Rated.v2']);
    const [first, second] = stored.map((one) => codec.decode(one));
    expect(second).toMatchObject({ fact: rated, revision: 1, actor: { sub: 'ada' } });
    const { text } = first?.fact as Fact & { type: 'Opened' };
    expect(text).toMatchObject({ of: 'person:bo', has: ['why'] });
    if ('fields' in text) throw new Error('the text is in clear');
    expect(await sealer.open('acme', text)).toEqual({ why: 'Secret' });
  });

  it('seals what one command says at once, so that new keys share a sync', async () => {
    let asked = 0;
    let release: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (release = resolve));
    const waiting = {
      ...sealer,
      // Sealed one after the other, the first would wait for the second for ever.
      seal: async (...told: Parameters<typeof sealer.seal>) => {
        if ((asked += 1) === 2) release();
        await all;
        return sealer.seal(...told);
      },
    };
    const other: Fact = { ...opened, text: clearText('person:di', { why: 'Other' }) } as Fact;
    const facts = await codec.encode([opened, other], about, waiting);
    const subjects = facts.map(({ body }) => (JSON.parse(body) as Envelope).sealed?.subject);
    expect(subjects).toEqual(['person:bo', 'person:di']);
  });

  it('keeps no word of a text in the body, only its hash and whose it is', async () => {
    const [stored] = await store([opened]);
    expect(stored?.body).not.toContain('Secret');
    const { sealed, salt } = JSON.parse(stored?.body ?? '') as Envelope;
    const hash = createHash('sha256')
      .update(stored?.sealed ?? '')
      .digest('hex');
    expect(sealed).toEqual({ subject: 'person:bo', fields: ['why'], hash });
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });

  it('seals nothing, and makes no key, for a text without words', async () => {
    const silent: Fact = { ...opened, text: clearText('person:cy', {}) } as Fact;
    const [stored] = await store([silent]);
    expect(stored?.sealed).toBeUndefined();
    expect(await keys.find('acme', 'person:cy')).toBeUndefined();
    const { fact } = codec.decode(stored as StoredFact);
    expect(fact).toMatchObject({ text: { of: 'person:cy', has: [], box: '' } });
  });

  it('derives ids from the command, so that the same one again has the same ids', async () => {
    const ids = async () =>
      (await codec.encode([opened, rated], about, sealer)).map((one) => one.id);
    expect(await ids()).toEqual(await ids());
    expect(new Set(await ids()).size).toBe(2);
  });

  it('brings older versions up, and stops at what it does not know', async () => {
    const [stored] = await store([rated]);
    const as = (type: string, data: object): StoredFact => {
      const body = JSON.parse(stored?.body ?? '') as Envelope;
      return { ...(stored as StoredFact), body: JSON.stringify({ ...body, type, data }) };
    };
    expect(codec.decode(as('reviews.Rated.v1', { rating: 4 })).fact).toEqual({
      ...rated,
      rating: 4,
    });
    for (const type of ['reviews.Rated.v3', 'reviews.Unheard.v1', 'goals.Rated.v2', 'Rated']) {
      expect(() => codec.decode(as(type, {}))).toThrow(Malformed);
    }
  });

  it('is not made at all when an older version could not be read', () => {
    const versions = { Opened: 1, Rated: 2 };
    expect(() => factCodec<Fact>({ context: 'reviews', versions })).toThrow('reviews.Rated.v1');
  });
});
