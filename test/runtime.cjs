// Loads what specs test, and the packages that it stands on, once a process and not once a file:
// that was two fifths of what tests cost. A spec, and what registers tests or hooks for it, is
// loaded for each file as ever. So what is tested may keep nothing in its modules that a test could
// tell from another; that holds for a server with many tenants as well.
const { sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

/** What a worker has loaded so far, by file. */
const shared = new Map();
const sourceMaps = new Map();
let current;

class SharingRuntime extends Runtime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    // A file may ask for another environment: it has globals of its own, and so modules as well.
    this.isSharing = environment.isOfProcess === true;
    if (!this.isSharing) return;
    current = this;
    this.ownFolder = `${config.rootDir}${sep}test${sep}`;
    for (const [filename, module] of shared) this.registries.moduleRegistry.set(filename, module);
    for (const [filename, map] of sourceMaps) this.transformCache.sourceMaps.set(filename, map);
    const builder = this.requireBuilder;
    const requireOf = builder.for.bind(builder);
    builder.for = (from, options) => {
      const own = requireOf(from, options);
      if (options?.isInternalModule || this.isOwnOfFile(from.filename)) return own;
      // What is loaded later, by a call, is loaded by the file that is tested then.
      const load = (name) =>
        current === this ? own(name) : current.requireModuleOrMock(from.filename, name);
      return new Proxy(own, { apply: (_own, _self, [name]) => load(name) });
    };
  }

  teardown() {
    if (this.isSharing) this.keep();
    super.teardown();
  }

  keep() {
    for (const [filename, module] of this.registries.moduleRegistry) {
      if (this.isShareable(module)) shared.set(filename, module);
    }
    for (const [filename, map] of this.transformCache.sourceMaps) sourceMaps.set(filename, map);
  }

  /** Loaded to its end, and nothing that it needs is of one file alone. */
  isShareable(module, seen = new Set()) {
    if (seen.has(module) || shared.get(module.filename) === module) return true;
    seen.add(module);
    if (!module.loaded || this.isOwnOfFile(module.filename)) return false;
    return module.children.every((child) => this.isShareable(child, seen));
  }

  isOwnOfFile(filename) {
    return filename.startsWith(this.ownFolder) || /\.(spec|contract|testing)\.ts$/.test(filename);
  }
}

// As what was an ES module once: jest takes the runtime by this name.
module.exports = { __esModule: true, default: SharingRuntime };
