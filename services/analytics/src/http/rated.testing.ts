import { randomBytes, randomUUID } from 'node:crypto';
import type { EventLog } from '@plumbline/event-log';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { reviewsCodec, type ReviewsFact } from '@plumbline/reviews/testing';

export const rated = (rating: number): number => Math.round(rating * 1_000_000);
export const fivePoint = { min: rated(1), max: rated(5) };

const hash = 'ab'.repeat(32);
const at = '2027-02-01T10:00:00.000Z';
const year = { from: '2026-01-01', to: '2026-12-31' };
const due = {
  ...{ self: '2027-01-15', peer: '2027-01-15', manager: '2027-01-31' },
  acknowledge: '2027-02-28',
};
const pinned = (id: string) => ({ id, version: 1, hash });
const bound = { template: pinned('yearly'), pack: pinned('halves'), period: year };

/** A fact without its act and its text, which are nothing to figures. */
type Told = { readonly type: ReviewsFact['type'] } & Readonly<Record<string, unknown>>;

/** Records what the service of reviews would: for figures over what it lets others see. */
export function reviewsRecorder(log: EventLog, tenant = 'acme') {
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const record = async (name: string, told: readonly Told[]): Promise<void> => {
    const stream = `reviews.${name.replace(' ', `-${tenant}.`)}`;
    const length = (await log.read(stream)).length;
    const commandId = randomUUID();
    const actor = { sub: 'mia', via: 'http' };
    const ids = { commandId, fingerprint: 'f', correlationId: commandId, causationId: commandId };
    const about = { tenant, stream, actor, effectiveAt: at, ...ids };
    const whole = told.map((one) => ({ act: commandId, at, by: 'mia', ...one }));
    const facts = await reviewsCodec.encode(whole as unknown as ReviewsFact[], about, sealer);
    const expected = length === 0 ? ('none' as const) : length - 1;
    await log.append({ tenant, stream, expected, facts, commandId, fingerprint: 'f' });
  };
  return {
    cycle: (cycleId: string, ...told: readonly Told[]) =>
      record(
        `cycle ${cycleId}`,
        told.map((one) => ({ cycleId, ...one })),
      ),
    review: (reviewId: string, ...told: readonly Told[]) =>
      record(
        `review ${reviewId}`,
        told.map((one) => ({ reviewId, ...one })),
      ),
    past: (pastReviewId: string, ...told: readonly Told[]) =>
      record(
        `past-review ${pastReviewId}`,
        told.map((one) => ({ pastReviewId, ...one })),
      ),
    settings: async () => {
      await record('rule-pack halves', [packed('halves', 'all')]);
      await record('rule-pack goals-only', [packed('goals-only', 'goals')]);
      await record('template yearly', [templated]);
    },
  };
}

export type ReviewsRecorder = ReturnType<typeof reviewsRecorder>;

function packed(packId: string, total: string): Told {
  const scale = { min: 0, max: rated(1) };
  const pack = {
    ...{ name: packId, version: 1, total, daysMin: 90, rules: [] },
    parts: {
      all: {
        kind: 'weighed',
        of: [
          { part: 'goals', weight: 1 },
          { part: 'manager', weight: 1 },
        ],
      },
      goals: { kind: 'rated', scale, ratingsMin: 1 },
      manager: { kind: 'rated', scale: fivePoint, ratingsMin: 1 },
    },
    result: { scale: fivePoint, decimals: 2 },
  };
  return { type: 'RulePackPublished', packId, version: 1, hash, pack };
}

const item = (id: string, part?: string) => {
  return { id, kind: 'rating', required: false, ...(part === undefined ? {} : { part }) };
};

const templated: Told = {
  ...{ type: 'TemplatePublished', templateId: 'yearly', version: 1, hash },
  template: {
    ...{ name: 'yearly', version: 1, languages: ['en'], defaultLanguage: 'en' },
    scale: { ...fivePoint, name: 'one-to-five', anchors: [1, 2, 3, 4, 5].map(rated) },
    sections: [
      { role: 'manager', items: [item('results', 'manager'), item('potential')] },
      { role: 'peer', items: [item('teamwork', 'peers')] },
    ],
    inputs: [{ part: 'goals', from: 'goals' }],
  },
};

const peers = { mode: 'named', min: 1 };
export const planned: Told = {
  ...{ type: 'CyclePlanned', ...bound, population: { units: null }, peers, due },
};
export const launched = (n: number): Told => {
  return { type: 'CycleLaunched', asOf: at, position: '00000000000000000001', n, frameHash: hash };
};
export const stepped = (...types: readonly Told['type'][]): readonly Told[] =>
  types.map((type) => ({ type }));

export function opened(cycleId: string, subject: string): Told {
  const manifest = { hash, entries: [] };
  return {
    ...{ type: 'ReviewOpened', cycleId, subject, ...bound, peers, due, asOf: at },
    ...{ position: '00000000000000000001', accountable: [], manifest },
  };
}

export function submitted(by: string, ratings: Readonly<Record<string, number>>, role = 'manager') {
  const given = Object.entries(ratings).map(([name, rating]) => {
    return { item: name, rating: rated(rating) };
  });
  const named = role === 'peer' ? { named: true } : {};
  return { type: 'SectionSubmitted' as const, role, by, ratings: given, evidence: [], ...named };
}

/** In two segments: by half of goals, as a share, and half of the manager; not by peers. */
export function scored(goals: number, manager: number, ...peers: readonly number[]): Told {
  const total = rated(1 + 4 * (goals / 2 + (manager - 1) / 8));
  const ratings = [
    { part: 'goals', rating: rated(goals) },
    { part: 'manager', rating: rated(manager) },
    ...peers.map((rating) => ({ part: 'peers', rating: rated(rating) })),
  ];
  const segments = [200, 165].map((days) => ({ days, ratings }));
  return {
    ...{ type: 'ReviewScored', packHash: hash, basis: 2, total, days: 365, scale: fivePoint },
    ...{ parts: [], leaves: [], segments },
  };
}

export const calibrated = (from: number, to: number): Told => {
  const reasonCode = 'alike-elsewhere';
  return {
    type: 'RatingCalibrated',
    sessionId: 's1',
    from: rated(from),
    to: rated(to),
    reasonCode,
  };
};
export const finalised = (rating: number): Told => {
  return { type: 'ReviewFinalised', rating: rated(rating), revision: 1 };
};

/** What somebody was rated elsewhere, on four points. */
export function imported(subject: string, cycle: string, rating: number | null): Told {
  const scale = { min: rated(1), max: rated(4) };
  const told = { type: 'PastReviewImported' as const, subject, cycle, period: year, scale };
  return { ...told, rating: rating === null ? null : rated(rating) };
}
