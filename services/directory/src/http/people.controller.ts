import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { directoryPorts, DirectoryRequest, type DirectoryPorts } from '../directory.handler.ts';
import type { PersonCommand } from '../person/person.commands.ts';
import { ChangeLeaveDto, CorrectPersonDto, DelegateDto, DepartDto } from './directory.dto.ts';
import {
  GrantRoleDto,
  JoinDto,
  LeaveDto,
  MoveDto,
  RenameDto,
  RevokeDto,
  ZoneDto,
} from './directory.dto.ts';
import { PersonDelegationDto, PersonDto, PersonGrantDto, PersonLeaveDto } from './params.ts';

/** Commands on people: shape in, command out; no rule is decided here. */
@Controller('people')
export class PeopleController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(directoryPorts) ports: DirectoryPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('person/manage')
  async join(@Body() body: JoinDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const { person, name, mail, zone, post, from } = body;
    const join = { type: 'Join', person, name, post, from, ...present({ mail, zone }) } as const;
    const result = await this.#send(call, { ...join, ...told(call) });
    const location = `/people/${encodeURIComponent(person)}`;
    return sendReceipt(exchange.reply, result, { id: person, location });
  }

  @Post(':person/move')
  @Asks('person/manage')
  async move(
    @Param() { person }: PersonDto,
    @Body() body: MoveDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { post, from } = body;
    const result = await this.#send(call, { type: 'Move', person, post, from, ...told(call) });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':person/rename')
  @Asks('person/manage')
  async rename(
    @Param() { person }: PersonDto,
    @Body() body: RenameDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { name, mail } = body;
    const rename = { type: 'Rename', person, ...present({ name, mail }) } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...rename, ...told(call) }));
  }

  @Post(':person/zone')
  @Asks('zone/choose')
  async chooseZone(
    @Param() { person }: PersonDto,
    @Body() { zone, ...body }: ZoneDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const choose = { type: 'ChooseZone', person, zone } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...choose, ...told(call) }));
  }

  @Post(':person/depart')
  @Asks('person/manage')
  async depart(
    @Param() { person }: PersonDto,
    @Body() body: DepartDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { from, reason } = body;
    const depart = { type: 'Depart', person, from, ...present({ reason }) } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...depart, ...told(call) }));
  }

  @Post(':person/correct')
  @Asks('person/manage')
  async correct(
    @Param() { person }: PersonDto,
    @Body() body: CorrectPersonDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { field, from, reason } = body;
    const to = body.to === null ? null : { from: body.to.from, value: body.to.value };
    const correct = { type: 'CorrectPerson', person, field, from, to, reason } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...correct, ...told(call) }));
  }

  @Post(':person/leaves')
  @Asks('leave/record')
  async recordLeave(
    @Param() { person }: PersonDto,
    @Body() body: LeaveDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { kind, from, until } = body;
    const leave = { type: 'RecordLeave', person, kind, from, until } as const;
    const result = await this.#send(call, { ...leave, ...told(call) });
    return sendReceipt(exchange.reply, result, made(person, call));
  }

  @Post(':person/leaves/:leave/change')
  @Asks('leave/record')
  async changeLeave(
    @Param() { person, leave }: PersonLeaveDto,
    @Body() body: ChangeLeaveDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const change = { type: 'ChangeLeave', person, leave, until: body.until } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...change, ...told(call) }));
  }

  @Post(':person/delegations')
  @Asks('delegation/grant')
  async delegate(
    @Param() { person }: PersonDto,
    @Body() body: DelegateDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { to, actions = 'all', from, until } = body;
    const grant = { type: 'GrantDelegation', person, to, actions, from, until } as const;
    const result = await this.#send(call, { ...grant, ...told(call) });
    return sendReceipt(exchange.reply, result, made(person, call));
  }

  @Post(':person/delegations/:delegation/revoke')
  @Asks('delegation/grant')
  async revokeDelegation(
    @Param() { person, delegation }: PersonDelegationDto,
    @Body() body: RevokeDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const revoke = { type: 'RevokeDelegation', person, delegation, from: body.from } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...revoke, ...told(call) }));
  }

  @Post(':person/roles')
  @Asks('role/grant')
  async grantRole(
    @Param() { person }: PersonDto,
    @Body() body: GrantRoleDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { role, unit, from, until } = body;
    const { sub: by, onBehalfOf } = call.by;
    const grant = { type: 'GrantRole', person, role, unit, from, until, by } as const;
    const command = { ...grant, ...told(call), ...present({ onBehalfOf }) };
    return sendReceipt(exchange.reply, await this.#send(call, command), made(person, call));
  }

  @Post(':person/roles/:grant/revoke')
  @Asks('role/grant')
  async revokeRole(
    @Param() { person, grant }: PersonGrantDto,
    @Body() body: RevokeDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const revoke = { type: 'RevokeRole', person, grant, from: body.from } as const;
    return sendReceipt(exchange.reply, await this.#send(call, { ...revoke, ...told(call) }));
  }

  #send({ context, ifMatch, by }: Asked, command: PersonCommand) {
    return this.bus.execute(new DirectoryRequest(command, context, by, ifMatch));
  }
}

/** What an act makes has its id. */
function made(person: string, { act }: Asked) {
  return { id: act, location: `/people/${encodeURIComponent(person)}` };
}

function told({ act, at }: Asked) {
  return { act, at };
}
