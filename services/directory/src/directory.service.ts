import type { DirectoryPorts } from './directory.handler.ts';
import { DirectoryModule } from './directory.module.ts';
import { directoryOpenApi } from './directory.openapi.ts';
import { directoryParts } from './directory.parts.ts';

/** What this service brings to a process, its own or one that it shares with others. */
export const directoryService = {
  ...directoryParts,
  module: (ports: DirectoryPorts) => DirectoryModule.with(ports),
  openApi: directoryOpenApi,
};
