import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { createLogger, readConfig } from '@plumbline/platform';
import { routeDrift, type OpenApiDocument } from '@plumbline/web/openapi';
import { figureFindings, figureRoutes } from '@plumbline/web/testing';
import { openApp, type OpenedApp } from '@plumbline/platform/open-app';
import { services } from './index.ts';

let standalone: OpenedApp;
let document: OpenApiDocument;

beforeAll(async () => {
  const config = readConfig({ PLUMBLINE_STORE: 'memory' });
  standalone = await openApp(config, createLogger('silent'), await services());
  const answer = await standalone.web.app.inject({ url: '/openapi.json' });
  document = answer.json();
});
afterAll(async () => {
  await standalone.web.app.close();
  await standalone.engine.close();
});

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
}
interface Content {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

const operations = (): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) => {
    return Object.entries(methods).map(([method, operation]): [string, Operation] => {
      return [`${method} ${path}`, operation as unknown as Operation];
    });
  });

describe('the document of the whole application', () => {
  it('has every route, and no other', () => {
    const routes = standalone.web.routes.list();
    expect(routes.length).toBeGreaterThan(20);
    expect(routeDrift(document, routes)).toEqual({ undocumented: [], unrouted: [] });
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    for (const [, path = ''] of refs) {
      const found = path.split('/').reduce<unknown>((node, segment) => {
        return (node as Record<string, unknown> | undefined)?.[segment.replaceAll('~1', '/')];
      }, document);
      expect([path, found === undefined]).toEqual([path, false]);
    }
  });

  it('promises of every figure n, interval, version of the definition, and position', () => {
    expect(figureRoutes(document).length).toBeGreaterThan(20);
    expect(figureFindings(document)).toEqual([]);
  });

  it('gives every operation an id of its own', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has examples that its own schemas take', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'doc', components: document.components });
    let examples = 0;
    for (const [name, { requestBody }] of operations()) {
      const content = requestBody?.content['application/json'];
      const schema = JSON.parse(JSON.stringify(content?.schema ?? {}).replaceAll('"#/', '"doc#/'));
      for (const [which, { value }] of Object.entries(content?.examples ?? {})) {
        const isValid = ajv.validate(schema as object, value);
        expect([name, which, isValid ? [] : ajv.errors]).toEqual([name, which, []]);
        examples += 1;
      }
    }
    expect(examples).toBeGreaterThan(10);
  });

  it('asks for a token everywhere but on health, documents and answers of nobody', () => {
    const open = operations().filter(([, { security }]) => security?.length === 0);
    expect(open.map(([name]) => name)).toEqual([
      'post /surveys/{surveyId}/answers',
      'get /surveys/{surveyId}/page',
      'post /surveys/{surveyId}/page',
      'get /health/live',
      'get /health/ready',
      'get /openapi.json',
      'get /asyncapi.json',
    ]);
  });

  it('says which questions are refused as a whole, though each parameter is well formed', () => {
    const questions = operations().filter(
      ([, one]) => one.requestBody === undefined && '422' in one.responses,
    );
    const names = questions.map(([name]) => name).filter((name) => name.startsWith('get '));
    expect(names.toSorted()).toEqual([
      'get /alignment-map',
      'get /calibration-sessions/{sessionId}/figures',
      'get /engagement',
      'get /engagement/trend',
      'get /exports/satisfaction',
      'get /feedback/coverage',
      'get /review-figures/agreement',
      'get /review-figures/distribution',
      'get /review-figures/nine-box',
      'get /reviews',
      'get /reviews/{reviewId}/evidence',
      'get /reviews/{reviewId}/evidence/facts',
      'get /reviews/{reviewId}/rendered',
      'get /reviews/{reviewId}/score',
      'get /reviews/{reviewId}/story',
      'get /satisfaction',
    ]);
  });

  it('is what happens: no documented route is answered without a token', async () => {
    for (const [name, { security }] of operations()) {
      const [method = '', path = ''] = name.split(' ');
      const url = path.replaceAll(/\{\w+\}/g, '11111111-1111-4111-8111-111111111111');
      const { statusCode } = await standalone.web.app.inject({ method: method as 'GET', url });
      // Of a survey that there is not, or with nothing in hand: any answer but for want of a token.
      const isOfSurvey = path.startsWith('/surveys/') && [404, 415, 422].includes(statusCode);
      const isOpen = security?.length === 0;
      expect([name, isOpen && isOfSurvey ? 200 : statusCode]).toEqual([name, isOpen ? 200 : 401]);
    }
  });
});
