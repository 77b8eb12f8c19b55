export { directoryService } from './directory.service.ts';
export { DirectoryModule } from './directory.module.ts';
export { directoryParts } from './directory.parts.ts';
export type { DirectoryPorts } from './directory.handler.ts';
