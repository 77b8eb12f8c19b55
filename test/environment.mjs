// What tests run in: globals of their own, as in jest's own environment, but plain ones. Jest's are
// behind a proxy, which each `Map` and each `Math` in tests and in what they test passes: what
// computes much took half as long again. They are made once a process, because what is tested is
// loaded once (runtime.cjs); what a file has added or changed is undone at its end.
import { constants, createContext, runInContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import './compile-once.mjs';

/** Of the process itself, so that what Node hands out is of the same class as what a test makes. */
const shared = ['ArrayBuffer', 'Uint8Array'];
let world;

export default class PlainEnvironment extends TestEnvironment {
  isOfProcess = true;

  constructor(config, context) {
    super(config, context);
    world ??= makeWorld(this.global);
    this.context = world.context;
    this.global = world.global;
    // They would work on the globals that nobody sees. Clocks are handed in.
    this.fakeTimers = null;
    this.fakeTimersModern = null;
  }

  async teardown() {
    restore(world);
    await super.teardown();
  }
}

function makeWorld(proxied) {
  const context = createContext(constants.DONT_CONTEXTIFY);
  const global = runInContext('globalThis', context);
  copyMissing(proxied, global);
  copyMissing(proxied.Symbol, global.Symbol);
  for (const name of shared) global[name] = proxied[name];
  global.global = global;
  global.Error.stackTraceLimit = proxied.Error.stackTraceLimit;
  return { context, global, before: Object.getOwnPropertyDescriptors(global) };
}

/** What jest keeps of a file, under symbols, goes; packages keep what is theirs by name. */
function restore({ global, before }) {
  for (const name of Object.getOwnPropertySymbols(global)) {
    // But for the matchers of `expect`, which cannot go, and which each file sets anew.
    if (!Object.hasOwn(before, name)) Reflect.deleteProperty(global, name);
  }
  for (const name of Reflect.ownKeys(before)) {
    const { value, writable } = before[name];
    if (writable && global[name] !== value) global[name] = value;
  }
}

function copyMissing(from, to) {
  for (const name of Reflect.ownKeys(from)) {
    if (Object.hasOwn(to, name)) continue;
    Object.defineProperty(to, name, Object.getOwnPropertyDescriptor(from, name));
  }
}
