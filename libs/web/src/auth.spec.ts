import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manualClock, systemClock } from '@plumbline/kernel';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { bearerOf, createTokenVerifier, tokenLengthMax } from './auth.ts';
import { clockToleranceSeconds, verifiedTokenAgeMsMax } from './auth.ts';
import { localAudience, localIssuerName, oidcIssuer, type IssuerPace } from './issuers.ts';
import { ProblemError } from './problem.ts';
import { keptLogger, testIssuer } from './testing.ts';

const pace: IssuerPace = {
  discoveryCoolDownMs: 200,
  keysCoolDownMs: 50,
  keysAgeMsMax: 60_000,
  timeoutMs: 60_000,
};

/** A real provider, started apart: it is an ES module with neighbours that jest cannot take. */
interface Provider {
  readonly issuer: string;
  token(): Promise<string>;
}

const outcome = (verifying: Promise<unknown>): Promise<unknown> =>
  verifying.then(
    (principal) => principal,
    (error: unknown) => (error instanceof ProblemError ? error.message : error),
  );
const invalid = 'The token is not valid here.';

describe('a token of the local issuer', () => {
  const clock = manualClock('2026-07-01T09:00:00Z');
  const logger = keptLogger();
  const verifierOf = async () => {
    const issuer = await testIssuer(clock);
    return { issuer, ...createTokenVerifier({ issuers: [issuer.issuer], clock, logger }) };
  };

  it('gives who is calling, and is remembered', async () => {
    const { issuer, verify, recall } = await verifierOf();
    const token = await issuer.token('ada', { tenant: 'acme', roles: ['auditor'] });
    expect(recall(token)).toBeUndefined();
    const ada = { tenant: 'acme', sub: 'ada', roles: ['auditor'] };
    expect(await verify(token)).toEqual(ada);
    expect(recall(token)).toEqual(ada);
  });

  it('is not remembered past its end, and is then told to be expired', async () => {
    const { issuer, verify, recall } = await verifierOf();
    const token = await issuer.token('ada', { ttlSeconds: 60 });
    await verify(token);
    clock.advance((60 + clockToleranceSeconds) * 1_000 - 1);
    expect(recall(token)).toMatchObject({ sub: 'ada' });
    clock.advance(1);
    expect(recall(token)).toBeUndefined();
    expect(await outcome(verify(token))).toMatch(/expired/);
  });

  it('is looked at again after a while, however long it lives', async () => {
    const { issuer, verify, recall } = await verifierOf();
    const token = await issuer.token('ada', { ttlSeconds: 86_400 });
    await verify(token);
    clock.advance(verifiedTokenAgeMsMax - 1);
    expect(recall(token)).toBeDefined();
    clock.advance(1);
    expect(recall(token)).toBeUndefined();
    expect(await verify(token)).toMatchObject({ sub: 'ada' });
  });

  it('cannot be made without the key', async () => {
    const { issuer, verify } = await verifierOf();
    const other = await testIssuer(clock);
    const token = await issuer.token('ada');
    const [head = '', body = '', signature = ''] = token.split('.');
    const json = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
    const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const header = json(head);
    const hmacHead = text({ ...header, alg: 'HS256' });
    const publicKey = JSON.stringify(issuer.publicKey);
    const hmac = createHmac('sha256', publicKey).update(`${hmacHead}.${body}`).digest('base64url');
    const foreign = (await other.token('ada')).split('.');
    const forged = {
      'of another key': await other.token('ada'),
      'tampered with': `${head}.${text({ ...json(body), sub: 'eve' })}.${signature}`,
      'of no algorithm': `${text({ ...header, alg: 'none' })}.${body}.`,
      'signed with the public key': `${hmacHead}.${body}.${hmac}`,
      'without a key id': `${text({ alg: 'ES256' })}.${body}.${signature}`,
      'of another key under our id': `${head}.${foreign[1]}.${foreign[2]}`,
      'no token': 'abc',
      'too long': `${head}.${'x'.repeat(tokenLengthMax)}.${signature}`,
    };
    for (const [name, one] of Object.entries(forged)) {
      expect([name, await outcome(verify(one))]).toEqual([name, invalid]);
    }
    expect(await verify(token)).toMatchObject({ sub: 'ada' });
  });

  it('must say what is needed of it', async () => {
    const { issuer, verify } = await verifierOf();
    const { importJWK } = await import('jose');
    const key = (await importJWK(issuer.privateKey, 'ES256')) as CryptoKey;
    const now = Math.floor(clock.now() / 1_000);
    const good = {
      iss: localIssuerName,
      aud: localAudience,
      sub: 'ada',
      tenant: 'acme',
      exp: now + 60,
    };
    const sign = (claims: object) =>
      new SignJWT({ ...good, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: String(issuer.publicKey.kid) })
        .sign(key);
    expect(await outcome(verify(await sign({})))).toEqual({
      tenant: 'acme',
      sub: 'ada',
      roles: [],
    });
    const soon = now + clockToleranceSeconds;
    expect(await outcome(verify(await sign({ nbf: soon })))).toMatchObject({ sub: 'ada' });
    const refused = {
      'another issuer': { iss: 'https://elsewhere' },
      'another audience': { aud: 'somebody' },
      'no end': { exp: undefined },
      'no subject': { sub: undefined },
      'a blank subject': { sub: 'a b' },
      'no tenant': { tenant: undefined },
      'a tenant that is none': { tenant: '../x' },
      'not yet': { nbf: soon + 1 },
    };
    for (const [name, claims] of Object.entries(refused)) {
      expect([name, await outcome(verify(await sign(claims)))]).toEqual([name, invalid]);
    }
  });
});

describe('a token of an OpenID Connect provider', () => {
  let server: Server;
  let address: string;
  let asked: string[] = [];
  let isAway = false;
  let keys: JWK[] = [];
  let provider: Provider & { stop(): void };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (isAway) return void request.socket.destroy();
      const document = request.url?.endsWith('/jwks')
        ? { keys }
        : { issuer: address, jwks_uri: `${address}/jwks` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { startProvider } = await import('./oidc-provider.fixture.ts');
    provider = await startProvider();
  });
  afterAll(() => {
    provider.stop();
    server.close();
  });

  const newKey = async (kid: string) => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    return { kid, private: pair.privateKey, public: { ...(await exportJWK(pair.publicKey)), kid } };
  };
  const sign = (key: { kid: string; private: CryptoKey }, claims: object = {}) =>
    new SignJWT({ tenant: 'other', realm: { roles: ['auditor', 7] }, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid })
      .setIssuer(address)
      .setAudience('plumbline')
      .setSubject('ada')
      .setExpirationTime('1h')
      .sign(key.private);
  const verifierOf = (issuer: string, more: object = {}) =>
    createTokenVerifier({
      issuers: [
        oidcIssuer(
          { issuer, tenant: 'acme', audience: 'plumbline', rolesClaim: 'realm.roles', ...more },
          pace,
        ),
      ],
      clock: systemClock,
      logger: keptLogger(),
    });

  it('belongs to the tenant of its issuer, whatever it says itself', async () => {
    const key = await newKey('one');
    keys = [key.public];
    const { verify } = verifierOf(address);
    const principal = { tenant: 'acme', sub: 'ada', roles: ['auditor'] };
    expect(await verify(await sign(key))).toEqual(principal);
  });

  it('is good after the keys rotate, and the old key is not', async () => {
    const [one, two] = [await newKey('one'), await newKey('two')];
    keys = [one.public];
    const { verify } = verifierOf(address);
    await verify(await sign(one));
    keys = [two.public];
    await new Promise((resolve) => setTimeout(resolve, pace.keysCoolDownMs + 20));
    expect(await outcome(verify(await sign(two)))).toMatchObject({ sub: 'ada' });
    expect(await outcome(verify(await sign(one, { fresh: 1 })))).toBe(invalid);
  });

  it('does not make the server ask for keys at the pace of a flood', async () => {
    const [known, unknown] = [await newKey('known'), await newKey('unknown')];
    keys = [known.public];
    const slow = { ...pace, keysCoolDownMs: 60_000 };
    const registered = { issuer: address, tenant: 'acme', audience: 'plumbline' };
    const issuers = [oidcIssuer(registered, slow)];
    const { verify } = createTokenVerifier({ issuers, clock: systemClock, logger: keptLogger() });
    await verify(await sign(known));
    asked = [];
    const flood = Array.from({ length: 50 }, async (_, nth) => {
      return outcome(verify(await sign(unknown, { nth })));
    });
    expect(new Set(await Promise.all(flood))).toEqual(new Set([invalid]));
    expect(asked).toEqual([]);
  });

  it('waits for nobody when its issuer is away, and is taken when it is back', async () => {
    const key = await newKey('one');
    keys = [key.public];
    const token = await sign(key);
    isAway = true;
    const { verify } = verifierOf(address);
    expect(await outcome(verify(token))).toMatchObject({ code: 'auth/issuer-unavailable' });
    isAway = false;
    await new Promise((resolve) => setTimeout(resolve, pace.discoveryCoolDownMs + 20));
    expect(await outcome(verify(token))).toMatchObject({ sub: 'ada' });
  });

  it('is not taken when the discovered document names another issuer', async () => {
    const { verify } = verifierOf(`${address}/somebody`);
    const key = await newKey('one');
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(`${address}/somebody`)
      .setExpirationTime('1h')
      .sign(key.private);
    expect(await outcome(verify(token))).toMatchObject({ code: 'auth/issuer-unavailable' });
  });

  it('is taken from oidc-provider by discovery', async () => {
    const { verify } = verifierOf(provider.issuer, { rolesClaim: 'roles' });
    const token = await provider.token();
    expect(await verify(token)).toEqual({ tenant: 'acme', sub: 'reporting', roles: ['analyst'] });
    const strict = verifierOf(provider.issuer, { audience: 'elsewhere' });
    expect(await outcome(strict.verify(token))).toBe(invalid);
  });
});

describe('an Authorization header', () => {
  it.each([
    ['Bearer abc.def', 'abc.def'],
    ['bearer abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
  ])('%s', (header, token) => {
    expect(bearerOf(header)).toBe(token);
  });
});
