import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { reject } from '@plumbline/kernel';
import { Asks } from './asks.ts';
import { webAppWith, type TestWebApp } from './testing.ts';

@Controller('machines')
class MachinesController {
  @Post()
  @Asks('machine/operate')
  operate(@Body() body: object): object {
    return { body };
  }

  @Get()
  unasked(): object {
    return {};
  }
}

@Module({ controllers: [MachinesController] })
class MachinesModule {}

let web: TestWebApp;
const asked: string[] = [];
beforeAll(async () => {
  web = await webAppWith({
    modules: [MachinesModule],
    refuses: ({ roles }, action) => {
      asked.push(action);
      return roles.includes('operator') ? undefined : reject('permission/machine-operate', 'No.');
    },
  });
});
afterAll(() => web.app.close());

const post = async (roles: readonly string[], payload: string) =>
  web.app.inject({
    method: 'POST',
    url: '/machines',
    payload,
    headers: {
      authorization: `Bearer ${await web.issuer.token('ada', { roles })}`,
      'content-type': 'application/json',
    },
  });

describe('a route that asks the policy table', () => {
  it('is closed to who could never be permitted, before the body is read', async () => {
    const answer = await post([], '{ this is no JSON');
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'permission/machine-operate' });
    expect(asked).toContain('machine/operate');
  });

  it('is open to others, with a new token and with one that was seen', async () => {
    expect((await post(['operator'], '{}')).statusCode).toBe(201);
    expect((await post(['operator'], '{ this is no JSON')).statusCode).toBe(400);
  });

  it('is told from one that asks nothing', () => {
    const unasked = web.routes.rules().filter(({ asks }) => asks === undefined);
    expect(unasked.map(({ route }) => route)).toEqual(['GET /machines']);
  });
});
