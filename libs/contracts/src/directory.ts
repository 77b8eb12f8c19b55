import { peopleSchemas } from './directory.people.ts';
import { structureSchemas } from './directory.structure.ts';
import type { Shape } from './schema.ts';

/** The data of each fact that `directory` publishes, by its type. */
export const directorySchemas = { ...structureSchemas, ...peopleSchemas } as const;

/**
 * What `directory` publishes: who is here, in which post, who answers to whom, who stands in for
 * whom, and who may do what. No name, title, reason or kind of leave is in it.
 */
export type DirectoryPublished = {
  readonly [Type in keyof typeof directorySchemas]: Shape<(typeof directorySchemas)[Type]>;
};
