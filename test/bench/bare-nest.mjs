// The least that Nest does for a command: the same route and the same DTO, checked, and nothing
// behind it.
import 'reflect-metadata';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Body, Controller, Get, Module, Param, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { CheckInDto } = await import(join(root, 'services/goals/dist/http/goals.dto.js'));

class BareController {
  checkIn(goalId, body) {
    return { id: goalId, value: body.value };
  }

  health() {
    return { status: 'ready' };
  }
}

// Written without decorator syntax, as this file runs as it is.
const checkIn = Object.getOwnPropertyDescriptor(BareController.prototype, 'checkIn');
const health = Object.getOwnPropertyDescriptor(BareController.prototype, 'health');
Post('goals/:goalId/check-ins')(BareController.prototype, 'checkIn', checkIn);
Param('goalId')(BareController.prototype, 'checkIn', 0);
Body()(BareController.prototype, 'checkIn', 1);
Reflect.defineMetadata(
  'design:paramtypes',
  [String, CheckInDto],
  BareController.prototype,
  'checkIn',
);
Get('health')(BareController.prototype, 'health', health);
Controller()(BareController);

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(
  new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
);
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => void app.close());
