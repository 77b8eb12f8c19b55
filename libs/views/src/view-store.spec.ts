import { openMemoryViewStore } from './memory.ts';
import { openSqliteViewStore } from './sqlite.ts';
import { viewStoreContract } from './view-store.contract.ts';

viewStoreContract('memory', openMemoryViewStore);
viewStoreContract('sqlite', () => openSqliteViewStore({ path: ':memory:' }));
