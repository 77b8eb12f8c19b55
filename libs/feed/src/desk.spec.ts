import { deskContract, placesContract } from './desk.contract.ts';
import { memoryDesk } from './desk.ts';
import { memoryPlaces } from './places.ts';

const close = () => undefined;
deskContract('memory', async () => ({ port: memoryDesk(), close }));
placesContract('memory', async () => ({ port: memoryPlaces(), close }));
