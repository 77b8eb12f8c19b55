import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsNumber, IsString, MaxLength, Min } from 'class-validator';
import { ValidateIf, ValidateNested } from 'class-validator';
import { buildOpenApi, routeDrift } from './openapi.ts';
import type { OpenApiPart } from './openapi-part.ts';
import { PageQuery } from './page-query.fixture.ts';

class ShapeDto {
  @IsIn(['line', 'band']) kind!: string;
}
class LineShapeDto extends ShapeDto {
  @IsNumber() target!: number;
}
class BandShapeDto extends ShapeDto {
  @ValidateIf((_, value) => value !== undefined) @IsNumber() @Min(0) low?: number;
}
class DrawDto {
  @IsString() @MaxLength(9) name!: string;
  @ValidateIf((draw: DrawDto) => draw.size !== null) @IsNumber() size!: number | null;
  @ValidateNested()
  @Type(() => ShapeDto, {
    discriminator: {
      property: 'kind',
      subTypes: [
        { name: 'line', value: LineShapeDto },
        { name: 'band', value: BandShapeDto },
      ],
    },
    keepDiscriminatorProperty: true,
  })
  shape!: LineShapeDto | BandShapeDto;
  @IsArray() @IsString({ each: true }) tags!: string[];
}

const part: OpenApiPart = {
  tag: { name: 'drawings', description: 'Of shapes.' },
  paths: {
    '/drawings': {
      post: { operationId: 'draw', summary: 'Draw', command: 'creates', body: DrawDto },
      get: { operationId: 'list', summary: 'List', query: 'at-times', queryDto: PageQuery },
    },
    '/drawings/beside': {
      get: { operationId: 'beside', summary: 'Two', queryDto: PageQuery, refuses: true },
    },
    '/drawings/{drawingId}/change': {
      post: {
        operationId: 'change',
        summary: 'Change',
        command: 'changes',
        body: DrawDto,
        raw: { responses: { 202: { description: 'Later.' } } },
      },
    },
  },
};
const document = buildOpenApi([part]);
const { schemas = {} } = document.components;

describe('the OpenAPI document', () => {
  it('has one schema of what two parts say alike, and refuses two of one name', () => {
    const named = (type: string): OpenApiPart => {
      return { ...part, paths: {}, schemas: { Size: { type } } };
    };
    const alike = buildOpenApi([named('number'), named('number')]);
    expect(alike.components['schemas']?.['Size']).toEqual({ type: 'number' });
    expect(() => buildOpenApi([named('number'), named('string')])).toThrow(/named Size/);
    expect(() => buildOpenApi([part, part])).toThrow('POST /drawings is documented twice.');
  });

  it('refuses two classes of one name, of which it could say one alone', () => {
    const twin = () => {
      class TwinDto {
        @IsString() name!: string;
      }
      return TwinDto;
    };
    const [one] = [twin(), twin()];
    const path = { post: { operationId: 'o', summary: 'O', body: one } } as const;
    const twins = { ...part, paths: { '/twins': path } };
    expect(() => buildOpenApi([twins])).toThrow(/classes are named TwinDto/);
  });

  it('has the schema of every class, from the rules that check it', () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: true, uri: true } });
    ajv.addSchema({ $id: 'doc', components: { schemas } });
    const valid = (value: object) => {
      return ajv.validate({ $ref: 'doc#/components/schemas/DrawDto' }, value);
    };
    const good = { name: 'a', size: null, shape: { kind: 'band' }, tags: ['x'] };
    expect(valid(good)).toBe(true);
    expect(valid({ ...good, size: 3, shape: { kind: 'line', target: 1 } })).toBe(true);
    expect(valid({ ...good, name: 'aaaaaaaaaa' })).toBe(false);
    expect(valid({ ...good, shape: { kind: 'line' } })).toBe(false);
    expect(valid({ ...good, shape: { kind: 'band', target: 1 } })).toBe(false);
    expect(valid({ ...good, more: 1 })).toBe(false);
    expect(valid({ ...good, tags: [1] })).toBe(false);
    const { size: _, ...missing } = good;
    expect(valid(missing)).toBe(false);
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(20);
    for (const [, path = ''] of refs) {
      const found = path.split('/').reduce<unknown>((node, segment) => {
        return (node as Record<string, unknown> | undefined)?.[segment];
      }, document);
      expect([path, found === undefined]).toEqual([path, false]);
    }
  });

  it('says of commands and queries what they all have', () => {
    const { post, get } = document.paths['/drawings'] ?? {};
    expect(post?.['parameters']).toEqual([
      { $ref: '#/components/parameters/IdempotencyKey' },
      { $ref: '#/components/parameters/OnBehalfOf' },
    ]);
    expect(Object.keys(post?.['responses'] ?? {})).toEqual([
      '201',
      '400',
      '401',
      '403',
      '409',
      '412',
      '413',
      '415',
      '422',
      '500',
      '503',
      'default',
    ]);
    expect(
      (get?.['parameters'] as { name?: string; $ref?: string }[]).map((one) => {
        return one.name ?? one.$ref?.split('/').at(-1);
      }),
    ).toEqual(['limit', 'after', 'asOf', 'effectiveAt', 'OnBehalfOf', 'ReadAfter']);
    const refused = document.paths['/drawings/beside']?.['get']?.['responses'];
    expect(refused).toMatchObject({ 422: { $ref: '#/components/responses/Problem422' } });
    expect(get?.['responses']).not.toHaveProperty('422');
    const change = document.paths['/drawings/{drawingId}/change']?.['post'];
    expect(change?.['responses']).toMatchObject({ 202: {}, 404: {}, 412: {} });
    expect(change?.['parameters']).toContainEqual(
      expect.objectContaining({ name: 'drawingId', in: 'path', required: true }),
    );
  });

  it('is held to the routes, both ways', () => {
    const routes = [
      ...['GET /drawings', 'GET /drawings/beside', 'POST /drawings'],
      'POST /drawings/{drawingId}/change',
    ];
    expect(routeDrift(document, routes)).toEqual({ undocumented: [], unrouted: [] });
    expect(routeDrift(document, ['GET /drawings', 'GET /drawings/beside', 'PUT /other'])).toEqual({
      undocumented: ['PUT /other'],
      unrouted: ['POST /drawings', 'POST /drawings/{drawingId}/change'],
    });
  });
});
