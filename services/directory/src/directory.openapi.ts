import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { day, listOf, record, ref } from '@plumbline/web/openapi-shapes';
import { ImportQueryDto, PageDto, TimesDto } from '@plumbline/web/shapes';
import { schemas } from './directory.schemas.ts';
import { ChangeLeaveDto, ChangeStructureDto, CorrectPersonDto } from './http/directory.dto.ts';
import { DelegateDto, DepartDto, GrantRoleDto, JoinDto, LeaveDto } from './http/directory.dto.ts';
import { MoveDto, OrderReorganisationDto, RenameDto, RevokeDto } from './http/directory.dto.ts';
import { StopReorganisationDto, ZoneDto } from './http/directory.dto.ts';
import { AccessQueryDto, PeopleQueryDto, PostsQueryDto } from './http/params.ts';
import { ReadersQueryDto, TeamQueryDto } from './http/params.ts';

type Paths = OpenApiPart['paths'];

const readAfter = { $ref: '#/components/parameters/ReadAfter' };

/** A page of items, with the day that they are shown on. */
const pageOn = (item: OpenApiObject): OpenApiObject => ({
  type: 'object',
  required: ['position', 'on', 'items'],
  properties: {
    position: ref('Position'),
    on: day,
    items: listOf(item),
    next: { type: 'string', description: 'Send it as `after` for the next page.' },
  },
});

const oneOn = (name: string, schema: string): OpenApiObject =>
  record({ position: ref('Position'), on: day, [name]: ref(schema) });

const pathId = (name: string): OpenApiObject => ({
  ...{ name, in: 'path', required: true },
  schema: { type: 'string', format: 'uuid' },
});

function list(
  operationId: string,
  summary: string,
  item: string,
  queryDto: new () => object,
): Paths[string] {
  const response = pageOn(ref(item));
  return { get: { operationId, summary, query: 'at-times', queryDto, response } };
}

function one(operationId: string, summary: string, response: OpenApiObject): Paths[string] {
  return { get: { operationId, summary, query: 'at-times', queryDto: TimesDto, response } };
}

interface CommandOptions {
  readonly creates?: true;
  readonly ids?: readonly string[];
  readonly description?: string;
}

function command(
  operationId: string,
  summary: string,
  body: new () => object,
  examples: OpenApiObject,
  { creates, ids = [], description }: CommandOptions = {},
): Paths[string] {
  return {
    post: {
      ...{ operationId, summary, body, examples, parameters: ids.map(pathId) },
      ...(description === undefined ? {} : { description }),
      command: creates === true ? 'creates' : 'changes',
    },
  };
}

function imports(operationId: string, summary: string, line: string): Paths[string] {
  const answer =
    'Lines of {line, key, status: recorded | unchanged | refused, id?, position?, problem?}.';
  const content = (description: string): OpenApiObject => ({
    'application/x-ndjson': { schema: { type: 'string', description } },
  });
  return {
    post: {
      ...{ operationId, summary, queryDto: ImportQueryDto },
      description:
        'Each line has its own `key`. A line that is so already changes nothing, and a refused ' +
        'line does not stop the others; the answer has a line for each.',
      raw: {
        requestBody: { required: true, content: content(line) },
        responses: { 200: { description: answer, content: content(answer) } },
      },
    },
  };
}

const join = { person: 'p-114', name: 'Ada Lund', mail: 'ada@firm.example', post: 'sales-lead' };

const peoplePaths: Paths = {
  '/people': {
    ...command(
      'joinPerson',
      'Record that somebody joins, or joins again',
      JoinDto,
      { inPost: { ...join, from: '2026-07-01' } },
      { creates: true },
    ),
    ...list(
      'listPeople',
      'People of a unit or a post, some by name, or all',
      'PersonCard',
      PeopleQueryDto,
    ),
  },
  '/people/import': imports(
    'importPeople',
    'Import people, a line each',
    'Lines of {key, person: {person, name, mail?, zone?, post, from}}.',
  ),
  '/people/{person}': one(
    'getPerson',
    'One person; with the details for those who may see them',
    oneOn('person', 'PersonSheet'),
  ),
  '/people/{person}/move': command('movePerson', 'Record that a person takes a post', MoveDto, {
    post: { post: 'sales-head', from: '2026-08-01' },
    none: { post: null, from: '2026-08-01' },
  }),
  '/people/{person}/rename': command('renamePerson', 'Change a name or an address', RenameDto, {
    name: { name: 'Ada Berg' },
  }),
  '/people/{person}/zone': command(
    'chooseZone',
    'Say which time zone a person lives by',
    ZoneDto,
    { zone: { zone: 'Europe/Berlin' } },
    { description: 'By the persons themselves, HR partners and administrators.' },
  ),
  '/people/{person}/depart': command('departPerson', 'Record that a person leaves', DepartDto, {
    firstDayAway: { from: '2026-12-01', reason: 'Retires.' },
  }),
  '/people/{person}/correct': command(
    'correctPerson',
    'Correct an entry that is wrong; what was recorded first stays to be seen',
    CorrectPersonDto,
    {
      post: {
        ...{ field: 'post', from: '2026-08-01', reason: 'Entered for the wrong month.' },
        to: { from: '2026-09-01', value: 'sales-head' },
      },
      never: { field: 'presence', from: '2026-12-01', to: null, reason: 'She stays.' },
    },
  ),
  '/people/{person}/team': list(
    'listTeam',
    'Who answers to a person, or everybody below',
    'PersonCard',
    TeamQueryDto,
  ),
  '/people/{person}/managers': one(
    'listManagers',
    'The managers of a person, theirs, and so on up',
    pageOn(ref('PersonCard')),
  ),
  '/people/{person}/history': one(
    'getPersonHistory',
    'Everything that was recorded of a person: who, what, when and why',
    pageOn(ref('PersonHistoryItem')),
  ),
  '/people/{person}/readers': {
    get: {
      operationId: 'listReaders',
      summary: 'Who has read what is kept of a person',
      queryDto: ReadersQueryDto,
      parameters: [readAfter],
      response: {
        type: 'object',
        required: ['position', 'items'],
        properties: {
          position: ref('Position'),
          items: listOf(ref('Viewing')),
          next: { type: 'string', description: 'Send it as `after` for the next page.' },
        },
      },
    },
  },
};

const entrustingPaths: Paths = {
  '/people/{person}/leaves': command(
    'recordLeave',
    'Record a leave',
    LeaveDto,
    { open: { kind: 'parental', from: '2026-09-01', until: null } },
    { creates: true },
  ),
  '/people/{person}/leaves/{leave}/change': command(
    'changeLeave',
    'Change the last day of a leave',
    ChangeLeaveDto,
    { until: { until: '2026-12-31' } },
    { ids: ['leave'] },
  ),
  '/people/{person}/delegations': command(
    'grantDelegation',
    'Name who stands in for a person, in what, and on which days',
    DelegateDto,
    {
      everything: { to: 'p-120', from: '2026-09-01', until: '2026-09-30' },
      some: { to: 'p-120', actions: ['goal/change'], from: '2026-09-01', until: '2026-09-30' },
    },
    {
      creates: true,
      description: 'The delegate then acts with the header On-Behalf-Of; both are recorded.',
    },
  ),
  '/people/{person}/delegations/{delegation}/revoke': command(
    'revokeDelegation',
    'Revoke a delegation from a day on',
    RevokeDto,
    { from: { from: '2026-09-15' } },
    { ids: ['delegation'] },
  ),
  '/people/{person}/roles': command(
    'grantRole',
    'Grant a role, over a unit with all below or over the whole tenant',
    GrantRoleDto,
    { scoped: { role: 'hr-partner', unit: 'sales', from: '2026-07-01', until: null } },
    { creates: true, description: 'In person only, and never to oneself.' },
  ),
  '/people/{person}/roles/{grant}/revoke': command(
    'revokeRole',
    'Revoke a role from a day on',
    RevokeDto,
    { from: { from: '2026-10-01' } },
    { ids: ['grant'] },
  ),
};

const structurePaths: Paths = {
  '/structure': command(
    'changeStructure',
    'Change units, posts and reporting lines: all of the changes, or none',
    ChangeStructureDto,
    {
      newUnit: {
        changes: [
          { type: 'EstablishUnit', unit: 'sales', parent: null, from: '2026-07-01', name: 'Sales' },
          {
            ...{ type: 'EstablishPost', post: 'sales-head', unit: 'sales', manager: null },
            ...{ fte: 1, grade: null, from: '2026-07-01', title: 'Head of sales' },
          },
          { type: 'HeadUnit', unit: 'sales', post: 'sales-head', from: '2026-07-01' },
        ],
      },
      otherManager: {
        changes: [
          {
            ...{ type: 'ChangeReportingLine', post: 'sales-lead', line: 'solid' },
            ...{ manager: 'sales-head', from: '2026-08-01', reason: 'The team grew.' },
          },
        ],
      },
    },
    { description: 'Each is decided on what those before it make; a refusal names its change.' },
  ),
  '/structure/import': imports(
    'importStructure',
    'Import units, posts and lines, some changes a line',
    'Lines of {key, changes: [as of POST /structure]}.',
  ),
  '/organization': one(
    'getOrganization',
    'The organisation of a day in figures, unit by unit',
    oneOn('organization', 'OrganizationShape'),
  ),
  '/units': list('listUnits', 'Units on a day', 'Unit', PageDto),
  '/units/{unit}': one('getUnit', 'One unit on a day', oneOn('unit', 'Unit')),
  '/posts': list('listPosts', 'Posts of a unit or under a post, or all', 'Post', PostsQueryDto),
  '/posts/{post}': one('getPost', 'One post on a day', oneOn('post', 'Post')),
  '/reorganisations': {
    ...command(
      'orderReorganisation',
      'Reorganise a unit: move many posts on one day',
      OrderReorganisationDto,
      {
        whole: { unit: 'sales', into: 'market', from: '2026-10-01', reason: 'One market team.' },
        byPost: {
          ...{ unit: 'sales', from: '2026-10-01', reason: 'Two teams.' },
          moves: [{ post: 'sales-lead', unit: 'market', manager: 'market-head' }],
        },
      },
      {
        creates: true,
        description:
          'It is carried out step by step; GET /reorganisations/{reorganisation} tells how far ' +
          'it is, and names the moves that could not be done.',
      },
    ),
    ...list('listReorganisations', 'Reorganisations', 'Reorganisation', PageDto),
  },
  '/reorganisations/{reorganisation}': {
    get: {
      ...{ operationId: 'getReorganisation', summary: 'How far a reorganisation is' },
      ...{ query: 'at-times', queryDto: TimesDto, parameters: [pathId('reorganisation')] },
      response: oneOn('reorganisation', 'Reorganisation'),
    },
  },
  '/reorganisations/{reorganisation}/stop': command(
    'stopReorganisation',
    'Take no further step; what was moved stays so',
    StopReorganisationDto,
    { reason: { reason: 'The board has met.' } },
    { ids: ['reorganisation'] },
  ),
};

const accessPaths: Paths = {
  '/access': {
    get: {
      operationId: 'checkAccess',
      summary: 'Could one see a record of another on a day, by which rule; and did they look',
      description: 'Asked by the owner of the record and by auditors, in person.',
      queryDto: AccessQueryDto,
      parameters: [readAfter],
      response: ref('AccessAnswer'),
    },
  },
  '/policy': {
    get: {
      operationId: 'getPolicy',
      summary: 'Who may do what: the table that every route asks',
      response: record({ version: { type: 'integer' }, items: listOf(ref('PolicyRule')) }),
    },
  },
};

export const directoryOpenApi: OpenApiPart = {
  tag: {
    name: 'directory',
    description:
      'People, units, posts and who answers to whom, on any day; who may see what, and who looked.',
  },
  schemas,
  paths: { ...peoplePaths, ...entrustingPaths, ...structurePaths, ...accessPaths },
};
