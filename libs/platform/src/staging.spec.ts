import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { systemClock } from '@plumbline/kernel';
import { openSqliteAnswerStaging } from '@plumbline/privacy/sqlite-answer-staging';
import { dataFolder, makeFolder, makeOwnFile, type DataFolder } from './data-folder.ts';
import { openSource } from './open-installation.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = dataFolder(join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'data'));
  makeFolder(folder);
  await openSqliteLog({ path: folder.log, clock: systemClock }).close();
});
afterEach(() => rmSync(join(folder.path, '..'), { recursive: true, force: true }));

const source = () =>
  openSource({ config: { store: 'sqlite', servers: undefined, dataDir: folder.path } });
const place = { tenant: 'acme', survey: 's1' };

it('answers that wait lie in a file that is their owner’s alone', async () => {
  makeOwnFile(folder.staging);
  const staging = openSqliteAnswerStaging({ path: folder.staging });
  await staging.open(place, Buffer.from('keys'));
  const files = readdirSync(folder.path).filter((name) => name.startsWith('staging.sqlite'));
  const modes = files.map((name) => statSync(join(folder.path, name)).mode & 0o077);
  expect(files.length).toBeGreaterThan(0);
  expect(new Set(modes)).toEqual(new Set([0]));
  await staging.close();
});

it('an installation in which answers wait is not exported, and says what to do', async () => {
  await (await source()).close();
  makeOwnFile(folder.staging);
  const staging = openSqliteAnswerStaging({ path: folder.staging });
  await staging.open(place, Buffer.from('keys'));
  await staging.stage('s1', 't', Buffer.from('answer'));
  await staging.close();
  await expect(source()).rejects.toThrow('1 answers of 1 surveys wait to be released');
  const again = openSqliteAnswerStaging({ path: folder.staging });
  await again.destroy('s1');
  await again.close();
  await (await source()).close();
});
