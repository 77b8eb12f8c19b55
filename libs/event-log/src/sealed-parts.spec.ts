import { openMemorySealedParts } from './memory.ts';
import { sealedPartsContract } from './sealed-parts.contract.ts';

sealedPartsContract('memory', openMemorySealedParts);
