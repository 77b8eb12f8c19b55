import type { FastifyInstance } from 'fastify';
import { documentHeaders, type OpenApiPart } from '@plumbline/web';
import { pagePolicy, serveFiles } from './files.ts';

const isPublic = { config: { public: true, asks: 'contracts/read' } };

/** Files of the reader of `/docs`; its source maps and other builds are not served. */
const readerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/**
 * `/openapi.json` and `/asyncapi.json`, and a readable page of the first at `/docs`, all from this
 * server. A document is put together when it is first asked for, so that the start does not wait
 * for it.
 */
export function mountDocuments(
  fastify: FastifyInstance,
  options: { readonly parts: readonly OpenApiPart[]; readonly readerFolder?: string | undefined },
): void {
  serveDocument(fastify, '/openapi.json', async () => {
    const { buildOpenApi } = await import('@plumbline/web/openapi');
    return buildOpenApi(options.parts);
  });
  serveDocument(fastify, '/asyncapi.json', async () => {
    const { asyncApi } = await import('@plumbline/contracts/asyncapi');
    return asyncApi();
  });
  const { readerFolder } = options;
  if (readerFolder === undefined) return;
  const isFile = { config: { public: true, file: true } };
  fastify.get('/docs', isFile, async (_, reply) => {
    return reply
      .headers(documentHeaders)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(page);
  });
  fastify.get('/docs/start.js', isFile, async (_, reply) => {
    return reply.header('content-type', 'text/javascript; charset=utf-8').send(script);
  });
  serveFiles(fastify, { prefix: '/docs/files/', folder: readerFolder, only: readerFiles });
}

function serveDocument(
  fastify: FastifyInstance,
  path: string,
  document: () => Promise<object>,
): void {
  let text: string | undefined;
  fastify.get(path, isPublic, async (_, reply) => {
    text ??= JSON.stringify(await document());
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(text);
  });
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
    <p>The stream of facts: <a href="/asyncapi.json">asyncapi.json</a></p>
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
