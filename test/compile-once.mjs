// Each spec file has modules of its own, so that jest has Nest, and all that stands on it, compiled
// anew for every one of them: a third of what the tests cost. What V8 has made of a module is kept
// for the next files of the same process in V8's own form, which it takes for the same source only.
import vm from 'node:vm';

const { compileFunction } = vm;
const compiled = new Map();

function compileOnce(source, parameters, options) {
  const known = compiled.get(options.filename);
  if (known?.source === source) {
    return compileFunction(source, parameters, { ...options, cachedData: known.cachedData });
  }
  const made = compileFunction(source, parameters, { ...options, produceCachedData: true });
  compiled.set(options.filename, { source, cachedData: made.cachedData });
  return made;
}

vm.compileFunction = compileOnce;
