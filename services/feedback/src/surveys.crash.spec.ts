import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteAnswerStaging } from '@plumbline/privacy/sqlite-answer-staging';
import { dying, factsIn, kept, launched, releasedIn } from './surveys.harness.testing.ts';
import type { Kept } from './surveys.harness.testing.ts';
import { SurveyReleases } from './surveys.releases.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-surveys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const k = 3;
const stagingWords = ['end', 'draw', 'released', 'undraw', 'destroy'] as const;

/** A process over what lasts, that ends at one step; the next begins anew with what there is. */
function processOver({ ports }: Kept, left: number, when: 'before' | 'after') {
  const steps = { left, when };
  return new SurveyReleases({
    ...ports,
    staging: dying(ports.staging, stagingWords, steps),
    transactor: dying(ports.transactor, ['transact'], steps),
  });
}

/** The ratings of everything that is in the log, which tell each answer from the others. */
async function ratings(of: Kept, surveyId: string) {
  const released = await releasedIn(of, surveyId);
  const all = released.flatMap(({ answers }) => answers.map((one) => one.ratings['recommend']));
  return all.toSorted((one = 0, other = 0) => one - other);
}

describe('a process that ends while it releases answers', () => {
  it.each(['before', 'after'] as const)('%s any step loses none and doubles none', async (when) => {
    let ends = 0;
    for (let step = 0; ; step += 1) {
      const path = join(folder, `${when}-${step}.sqlite`);
      const survey = `survey-${step}`;
      let staging = openSqliteAnswerStaging({ path });
      let of = kept(staging);
      const { answer, command, place } = await launched(of, survey, k);
      for (let no = 0; no < 2 * k + 1; no += 1) {
        await answer(no, { ratings: { pride: 3, recommend: no } });
      }
      const release = (left: number) =>
        processOver(of, left, when)
          .release(place)
          .then(
            () => true,
            () => false,
          );
      const reopened = async () => {
        await staging.close();
        staging = openSqliteAnswerStaging({ path });
        of = { ...of, staging, ports: { ...of.ports, staging } };
      };
      let isOver = await release(step);
      await reopened();
      expect(await release(Infinity)).toBe(true);
      expect(await ratings(of, survey)).toHaveLength(k);
      await command({ type: 'CloseSurvey', reason: 'All have answered.' });
      isOver = (await release(step)) && isOver;
      await reopened();
      expect(await release(Infinity)).toBe(true);
      expect(await ratings(of, survey)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(await staging.list()).toEqual([]);
      const facts = (await factsIn(of)).map(({ fact }) => fact);
      expect(facts.filter(({ type }) => type === 'ParticipationCounted')).toMatchObject([
        { last: true },
      ]);
      const last = (await releasedIn(of, survey)).map((one) => [one.batch, one.last]);
      expect(last).toEqual([
        [1, false],
        [2, true],
      ]);
      await staging.close();
      if (isOver) break;
      ends += 1;
    }
    expect(ends).toBeGreaterThan(4);
  });

  it('and finds more promised than when it drew lets them wait for the others', async () => {
    const of = kept();
    const { answer, command, place } = await launched(of, 'survey', k);
    for (let no = 0; no < 2 * k; no += 1) {
      await answer(no, { ratings: { pride: 3, recommend: no } });
    }
    await expect(processOver(of, 1, 'before').release(place)).rejects.toThrow('has ended');
    expect(await of.staging.drawn('survey')).toHaveLength(1);
    await command({ type: 'RaiseThreshold', threshold: 4, reason: 'We are few.' });
    await new SurveyReleases(of.ports).release(place);
    expect([await of.staging.count('survey'), await ratings(of, 'survey')]).toEqual([6, []]);
    for (let no = 6; no < 8; no += 1) await answer(no, { ratings: { pride: 3, recommend: no } });
    await new SurveyReleases(of.ports).release(place);
    expect(await ratings(of, 'survey')).toHaveLength(4);
  });

  it('beside another one draws and records once', async () => {
    const of = kept();
    const { answer, command, place } = await launched(of, 'survey', k);
    for (let no = 0; no < 20; no += 1)
      await answer(no, { ratings: { pride: 3, recommend: no % 11 } });
    const both = [new SurveyReleases(of.ports), new SurveyReleases(of.ports)];
    await Promise.all(both.map((one) => one.release(place)));
    await command({ type: 'CloseSurvey', reason: 'All have answered.' });
    await Promise.all(both.map((one) => one.release(place)));
    expect(await ratings(of, 'survey')).toHaveLength(20);
  });
});
