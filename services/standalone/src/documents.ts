import type { FastifyInstance } from 'fastify';
import type { OpenApiPart } from '@plumbline/web';
import { pagePolicy, serveFiles } from './files.ts';

const isPublic = { config: { public: true } };

/** Files of the reader of `/docs`; its source maps and other builds are not served. */
const readerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/**
 * `/openapi.json`, and a readable page of it at `/docs`, all from this server. The document is
 * put together when it is first asked for, so that the start does not wait for it.
 */
export function mountDocuments(
  fastify: FastifyInstance,
  options: { readonly parts: readonly OpenApiPart[]; readonly readerFolder?: string | undefined },
): void {
  let text: string | undefined;
  const document = async (): Promise<string> => {
    if (text === undefined) {
      const { buildOpenApi } = await import('@plumbline/web/openapi');
      text = JSON.stringify(buildOpenApi(options.parts));
    }
    return text;
  };
  fastify.get('/openapi.json', isPublic, async (_, reply) => {
    const body = await document();
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(body);
  });
  const { readerFolder } = options;
  if (readerFolder === undefined) return;
  const isFile = { config: { public: true, file: true } };
  fastify.get('/docs', isFile, async (_, reply) => {
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(page);
  });
  fastify.get('/docs/start.js', isFile, async (_, reply) => {
    return reply.header('content-type', 'text/javascript; charset=utf-8').send(script);
  });
  serveFiles(fastify, { prefix: '/docs/files/', folder: readerFolder, only: readerFiles });
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Plumbline API</title>
    <link rel="icon" type="image/png" href="/docs/files/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/files/swagger-ui.css">
  </head>
  <body>
    <div id="reader"></div>
    <script src="/docs/files/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const script = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reader',
  deepLinking: true,
  validatorUrl: null,
});
`;
