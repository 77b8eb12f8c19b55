// What the tests of a file run in: globals of their own, as in jest's own environment, but plain
// ones. Jest's are behind a proxy, which each `Map` and each `Math` in tests and in what they test
// passes: what computes much took half as long again.
import { constants, createContext, runInContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import './compile-once.mjs';

/** Of the process itself, so that what Node hands out is of the same class as what a test makes. */
const shared = ['ArrayBuffer', 'Uint8Array'];

export default class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const proxied = this.global;
    this.context = createContext(constants.DONT_CONTEXTIFY);
    this.global = runInContext('globalThis', this.context);
    copyMissing(proxied, this.global);
    copyMissing(proxied.Symbol, this.global.Symbol);
    for (const name of shared) this.global[name] = proxied[name];
    this.global.global = this.global;
    this.global.Error.stackTraceLimit = proxied.Error.stackTraceLimit;
    // They would work on the globals that nobody sees. Clocks are handed in.
    this.fakeTimers = null;
    this.fakeTimersModern = null;
  }
}

function copyMissing(from, to) {
  for (const name of Reflect.ownKeys(from)) {
    if (Object.hasOwn(to, name)) continue;
    Object.defineProperty(to, name, Object.getOwnPropertyDescriptor(from, name));
  }
}
