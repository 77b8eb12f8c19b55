import { spawn } from 'node:child_process';

/**
 * A real OpenID Connect provider in a process of its own (jest cannot take its ES modules). It
 * has one client, whose access tokens are JWTs for the audience `plumbline`.
 */
export async function startProvider(): Promise<{
  readonly issuer: string;
  token(): Promise<string>;
  stop(): void;
}> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const match = /listening (\S+)/.exec(chunk.toString());
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once('exit', () => reject(new Error('The provider did not start.')));
  });
  return {
    issuer,
    token: async () => {
      const answer = await fetch(`${issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'reporting',
          client_secret: 'a-secret-of-the-test',
        }),
      });
      const { access_token: token } = (await answer.json()) as { access_token?: string };
      if (token === undefined) throw new Error(`The provider answered ${answer.status}.`);
      return token;
    },
    stop: () => child.kill(),
  };
}

const script = `
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'rsa-1' };
const server = createServer().listen(0, '127.0.0.1', () => {
  const issuer = 'http://127.0.0.1:' + server.address().port;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'reporting', client_secret: 'a-secret-of-the-test',
      grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
    jwks: { keys: [jwk] },
    extraTokenClaims: () => ({ roles: ['analyst'] }),
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:plumbline',
        getResourceServerInfo: () => ({ scope: '', audience: 'plumbline', accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  });
  server.on('request', provider.callback());
  console.log('listening ' + issuer);
});
`;
