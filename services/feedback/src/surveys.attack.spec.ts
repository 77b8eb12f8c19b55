import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AnswerStaging } from '@plumbline/privacy';
import { openMemoryAnswerStaging } from '@plumbline/privacy/memory-answer-staging';
import { openSqliteAnswerStaging } from '@plumbline/privacy/sqlite-answer-staging';
import { wilsonInterval } from '@plumbline/statistics';
import { guesses } from './survey/attack.guesses.testing.ts';
import { drawn, type Logged, type Stored, type Target } from './survey/attack.testing.ts';
import type { SurveyFact } from './survey/survey.ts';
import type { AnswersReleased } from './survey/answers.ts';
import type { ParticipationRecorded } from './survey/participation.ts';
import { factsIn, kept, launched, takePart, tenant, unitOf } from './surveys.harness.testing.ts';
import type { Kept } from './surveys.harness.testing.ts';
import { SurveyReleases } from './surveys.releases.ts';

/** How the service is run: as it is, or with a leak. */
interface Practice {
  readonly staging: () => AnswerStaging;
  readonly releases: (of: Kept) => SurveyReleases;
}

const asItIs: Practice = {
  staging: openMemoryAnswerStaging,
  releases: ({ ports }) => new SurveyReleases(ports),
};

type Counted = SurveyFact & { readonly type: 'ParticipationCounted' };

interface Played {
  readonly counts: readonly Logged<Counted>[];
  readonly stored: Stored;
  readonly target: Target | undefined;
  readonly author: string;
  readonly hidesAmong: number;
}

/** One survey through the real handlers; at worst, as each answers as soon as they take part. */
async function play(seed: number, practice: Practice): Promise<Played> {
  const random = drawn(seed);
  const k = 3;
  const count = k + random(4 * k);
  const of = kept(practice.staging());
  const releases = practice.releases(of);
  const { surveyId, place, answer, command } = await launched(of, `survey-${seed}`, k);
  const author = `p${random(count)}`;
  let hidesAmong = 0;
  const release = async () => {
    const waiting = (await of.staging.waiting(surveyId)).length;
    await releases.release(place);
    // The whole log is looked at for it: not once more when it is known.
    if (hidesAmong === 0 && targetOf(await released(of)) !== undefined) hidesAmong = waiting;
  };
  for (let no = 0; no < count; no += 1) {
    of.clock.advance(random(3_600_000) + 1);
    const person = `p${no}`;
    await takePart(of, surveyId, person);
    await answer(no, {
      ratings: { pride: 1 + random(5), recommend: random(11) },
      choices: { place: person === author ? 'office' : 'home' },
    });
    await release();
  }
  await command({ type: 'CloseSurvey', reason: 'All have answered.' });
  await release();
  const all = await stored(of);
  const counts = await loggedOf<Counted>(of, 'ParticipationCounted');
  return { stored: all, counts, target: targetOf(all.releases), author, hidesAmong };
}

/** All that the log has, with everything that it keeps beside a fact but its random salt. */
async function loggedOf<Fact>(of: Kept, type: string): Promise<Logged<Fact>[]> {
  const all = await factsIn(of);
  const logged = all.map(({ fact, stored: { body, ...row }, ...rest }, index) => {
    const { salt, data, ...envelope } = JSON.parse(body) as Record<string, unknown>;
    void [salt, data];
    const { bodyHash, ...beside } = row;
    void bodyHash;
    return { ...rest, ...beside, envelope, fact, position: index, actor: rest.actor.sub };
  });
  return logged.filter(({ fact }) => fact.type === type) as unknown as Logged<Fact>[];
}

async function stored(of: Kept): Promise<Stored> {
  return {
    participation: await loggedOf<ParticipationRecorded>(of, 'ParticipationRecorded'),
    releases: await released(of),
    segmentsOf: new Map(),
  };
}

function released(of: Kept): Promise<Stored['releases']> {
  return loggedOf<AnswersReleased>(of, 'AnswersReleased');
}

function targetOf(releases: Stored['releases']): Target | undefined {
  for (const release of releases) {
    const index = release.fact.answers.findIndex(({ choices }) => choices['place'] === 'office');
    if (index >= 0) return { release, index };
  }
  return undefined;
}

/** The ways of guessing that are surely right more often than one in as many as wait together. */
async function above(surveys: number, practice: Practice): Promise<readonly string[]> {
  const hits = new Map(Object.keys(guesses).map((name) => [name, 0]));
  let [trials, bars] = [0, 0];
  for (let seed = 1; seed <= surveys; seed += 1) {
    const { stored: all, target, author, hidesAmong } = await play(seed, practice);
    if (target === undefined) continue;
    trials += 1;
    bars += 1 / hidesAmong;
    for (const [name, guess] of Object.entries(guesses)) {
      if (guess(all, target) === author) hits.set(name, (hits.get(name) ?? 0) + 1);
    }
  }
  expect(trials).toBeGreaterThan(surveys / 2);
  return [...hits.keys()].filter((name) => {
    return (wilsonInterval(hits.get(name) ?? 0, trials)?.low ?? 0) > bars / trials;
  });
}

/** Keeps answers in the order in which they come, and draws from the beginning of it. */
function inOrder(): AnswerStaging {
  const staging = openMemoryAnswerStaging();
  const came: string[] = [];
  return {
    ...staging,
    waiting: async (survey) => {
      const waiting = await staging.waiting(survey);
      for (const { id } of waiting) if (!came.includes(id)) came.push(id);
      return waiting.toSorted((one, other) => came.indexOf(one.id) - came.indexOf(other.id));
    },
  };
}

class FirstOnes extends SurveyReleases {
  protected override readonly random = () => 0;
}

describe('an attacker with all that the service has stored', () => {
  it('guesses no better than one in as many as waited together', async () => {
    expect(await above(300, asItIs)).toEqual([]);
  });

  it('does, where a place keeps the order in which answers come and draws by it', async () => {
    const found = await above(300, {
      ...asItIs,
      staging: inOrder,
      releases: ({ ports }) => new FirstOnes(ports),
    });
    expect(found).toContain('firstBatchFirst');
  });
});

describe('what is left of a survey', () => {
  it('is in the log alone: nothing of it is where it waited', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-left-'));
    const of = kept(openSqliteAnswerStaging({ path: join(folder, 'staging.sqlite') }));
    const { answer, command, place, surveyId } = await launched(of, 'survey-of-canaries', 3);
    const ids: string[] = [];
    for (let no = 0; no < 4; no += 1) await answer(no, { comments: { why: `canary-${no}` } });
    ids.push(...(await of.staging.waiting(surveyId)).map(({ id }) => id));
    const files = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const isThere = (text: string) => files().includes(text);
    // Sealed, while they wait: the ids are there, and no word.
    expect([ids.every(isThere), isThere('canary-1'), isThere(surveyId)]).toEqual([
      true,
      false,
      true,
    ]);
    await command({ type: 'CloseSurvey', reason: 'All have answered.' });
    await new SurveyReleases(of.ports).release(place);
    expect([ids.some(isThere), isThere(surveyId)]).toEqual([false, false]);
    const key = of.ports.sealer.open(tenant, {
      ...{ of: `survey:${surveyId}`, stream: 's', fact: 'answer', has: ['json'], box: 'AAAA' },
    });
    expect(await key).toBeUndefined();
    await of.staging.close();
    rmSync(folder, { recursive: true });
  });

  it('says no more of who took part, by group and day, than is recorded of each', async () => {
    const { stored: all, counts } = await play(12, asItIs);
    expect(counts.map(({ fact }) => fact.last)).toContain(true);
    for (const { fact, commandId, causationId, correlationId, actor } of counts) {
      for (const { segments, participants } of fact.groups) {
        const these = all.participation.filter(({ fact: { person, on } }) => {
          return on <= fact.until && unitOf(person) === segments['unit'];
        });
        expect(participants).toBe(these.length);
      }
      expect([causationId, correlationId]).toEqual([commandId, commandId]);
      expect(actor).toBe('surveys');
    }
  });

  it('names no one and no cause but itself, and of a day only that', async () => {
    const { stored: all } = await play(11, asItIs);
    const bodies = all.releases.map(({ fact, ...beside }) => {
      void fact;
      return beside as unknown as { envelope: Record<string, unknown> } & Logged<AnswersReleased>;
    });
    expect(bodies.length).toBeGreaterThan(0);
    for (const { envelope, commandId, causationId, correlationId } of bodies) {
      expect([causationId, correlationId]).toEqual([commandId, commandId]);
      expect(envelope['actor']).toEqual({ sub: 'surveys', via: 'policy:release-answers' });
      expect(envelope['effectiveAt']).toMatch(/T00:00:00\.000Z$/);
      expect(envelope).not.toHaveProperty('traceparent');
    }
  });
});
