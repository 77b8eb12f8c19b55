import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';
import { settings, settingsTable } from './settings.ts';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment, '/srv');
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const issuer = { issuer: 'https://id.example', tenant: 'acme', audience: 'plumbline' };

describe('settings', () => {
  it('have a default each', () => {
    expect(readConfig({}, '/srv')).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/data',
      logLevel: 'info',
      issuers: [],
      localIssuer: true,
      tenant: 'main',
      store: 'sqlite',
      reminders: undefined,
      mail: undefined,
      metrics: 'token',
      drainMs: 10_000,
      slowRequestMs: 1_000,
      viewLagMsMax: 30_000,
      cachedStreamsMax: 10_000,
    });
  });

  it('are their default when the variable is empty', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '' }, '/srv')).toMatchObject({
      port: 3000,
      dataDir: '/srv/data',
    });
  });

  it('are all in one table', () => {
    for (const { name } of settings) expect(settingsTable()).toContain(`| \`${name}\` |`);
  });

  it('name every one that is wrong, at once', () => {
    const problems = problemsOf({ PORT: 'http', LOG_LEVEL: 'loud', HOST: 'a b' });
    expect(problems).toEqual([
      'PORT must be 0 to 65535, not "http".',
      'LOG_LEVEL must be fatal, error, warn, info, debug, silent, not "loud".',
      'HOST must be an IP address or a host name, not "a b".',
    ]);
  });

  it.each(['65536', '-1', '1.5', '0x10', '1e3', ' 1'])('refuse the port %s', (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1);
  });

  it.each(['0', '65535'])('take the port %s', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([]);
  });

  it.each(['18-8', '24-0', '13-12'])('take the quiet hours %s', (PLUMBLINE_QUIET_HOURS) => {
    const [from, until] = PLUMBLINE_QUIET_HOURS.split('-').map(Number);
    const given = { PLUMBLINE_QUIET_HOURS, PLUMBLINE_REMINDERS: 'on' };
    expect(readConfig(given, '/srv').reminders).toEqual({ quiet: { from, until } });
  });

  it.each(['8-18', '25-8', '18-13', '12-8', '18:00-8:00', '18-', '-8', '-1--2'])(
    'refuse the quiet hours %j',
    (PLUMBLINE_QUIET_HOURS) => expect(problemsOf({ PLUMBLINE_QUIET_HOURS })).toHaveLength(1),
  );

  it('take a mail server with a sender and a link, where people are reminded', () => {
    const good = {
      ...{ SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: 'Due <due@firm.example>' },
      ...{ PLUMBLINE_CONSOLE_URL: 'https://people.example', PLUMBLINE_REMINDERS: 'on' },
    };
    expect(problemsOf(good)).toEqual([]);
    for (const wrong of [
      ...[{ SMTP_URL: 'http://mail.example' }, { MAIL_FROM: 'nobody' }, { MAIL_FROM: '' }],
      ...[{ PLUMBLINE_CONSOLE_URL: 'people' }, { PLUMBLINE_REMINDERS: 'off' }],
    ]) {
      expect(problemsOf({ ...good, ...wrong })).toHaveLength(1);
    }
  });

  it('refuse a PLUMBLINE_ name that nobody reads, and leave those of others alone', () => {
    expect(problemsOf({ PLUMBLINE_DRAIN: '1', PLUMBLINE_URL: 'x', PLUMBLINE_TOKEN: 'y' })).toEqual([
      'PLUMBLINE_DRAIN is no setting; see the table in the README.',
    ]);
  });

  it('refuse an installation that nobody could call', () => {
    expect(problemsOf({ PLUMBLINE_LOCAL_ISSUER: 'off' })).toHaveLength(1);
    const OIDC_ISSUERS = JSON.stringify([issuer]);
    expect(problemsOf({ PLUMBLINE_LOCAL_ISSUER: 'off', OIDC_ISSUERS })).toEqual([]);
  });
});

describe('issuers', () => {
  const withIssuer = (...issuers: readonly object[]) => {
    return problemsOf({ OIDC_ISSUERS: JSON.stringify(issuers) });
  };

  it('are taken with what they may hold', () => {
    const full = { ...issuer, rolesClaim: 'r', subjectClaim: 's', algorithms: ['ES256'] };
    expect(withIssuer(full)).toEqual([]);
    expect(withIssuer({ ...issuer, issuer: 'http://127.0.0.1:9000' })).toEqual([]);
  });

  it.each([
    ['no JSON', 'nope', 'OIDC_ISSUERS is not JSON.'],
    ['no list', '{}', 'OIDC_ISSUERS must be a list.'],
    ['no object', '[1]', 'OIDC_ISSUERS[0] must be an object.'],
  ])('are refused when they are %s', (_, OIDC_ISSUERS, problem) => {
    expect(problemsOf({ OIDC_ISSUERS })).toEqual([problem]);
  });

  it.each([
    ['plain http elsewhere', { issuer: 'http://id.example' }, 'issuer'],
    ['no audience', { audience: undefined }, 'audience'],
    ['no tenant', { tenant: 'A B' }, 'tenant'],
    ['a shared secret', { algorithms: ['HS256'] }, 'algorithms'],
    ['no algorithm', { algorithms: ['none'] }, 'algorithms'],
    ['an unknown member', { secret: 'x' }, 'secret'],
  ])('are refused with %s', (_, more, member) => {
    const problems = withIssuer({ ...issuer, ...more });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`OIDC_ISSUERS[0].${member}`);
  });

  it('belong to one tenant each', () => {
    expect(withIssuer(issuer, { ...issuer, tenant: 'other' })).toHaveLength(1);
  });
});
