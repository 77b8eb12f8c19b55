import { reject, type Rejection } from '@plumbline/kernel';

export const packVersionsMax = 200;

/** A version follows the newest one, and what was published once is never something else. */
export function refuseVersion(version: number, newest: number): Rejection | undefined {
  if (newest >= packVersionsMax) {
    const detail = `It has ${packVersionsMax} versions. Publish a pack of another name.`;
    return reject('rule-pack/too-many-versions', detail, '/version');
  }
  if (version <= newest) {
    const detail = `Version ${version} is there, and is another one. Publish version ${newest + 1}.`;
    return reject('rule-pack/version-taken', detail, '/version');
  }
  if (version === newest + 1) return undefined;
  const detail = `The next version is ${newest + 1}.`;
  return reject('rule-pack/version-not-next', detail, '/version');
}
