import mongoose from 'mongoose';
import { Kafka } from 'kafkajs';
import Database from 'libsql';
import { Injectable } from '@nestjs/common';
import { ok } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { GoalsModule } from '@plumbline/goals';
import { GoalsController as Inner } from '@plumbline/goals/http';
import { goalsParts } from '@plumbline/goals/parts';
import { codec } from '@plumbline/goals/published/inner';
import { goalSheet } from '../views/goal-sheet.ts';
import { GoalsController } from '../http/goals.controller.ts';

export const everything = [mongoose, Kafka, Database, Injectable, readFileSync, openSqliteLog];
export const more = [GoalsModule, Inner, goalSheet, GoalsController, ok, createHash];
export const most = [goalsParts, codec];
