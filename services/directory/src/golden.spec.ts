import { join } from 'node:path';
import { goldenContract } from '@plumbline/event-log/golden.contract';
import { directoryCodec, newestVersions, type DirectoryFact } from './facts.ts';
import * as letter from './letter/letter.histories.ts';
import * as person from './person/person.histories.ts';
import * as reorganisation from './reorganisation/reorganisation.histories.ts';
import * as structure from './structure/structure.histories.ts';

const { spring, summer } = structure;
const examples: readonly DirectoryFact[] = [
  structure.unitEstablished('sales', 'company'),
  structure.unitMoved('desk', 'works', spring),
  structure.unitHeaded('desk', 'clerk', spring),
  ...[structure.unitRenamed, structure.unitClosed('desk', summer)],
  structure.postEstablished('clerk', 'desk', 'seller'),
  structure.postMoved('clerk', 'works', spring),
  ...[structure.postRetitled, structure.postClosed('clerk', summer)],
  structure.lineChanged('clerk', 'smith', spring, 'dotted:finance'),
  structure.structureCorrected,
  ...[
    person.joined,
    person.moved,
    person.renamed,
    person.zoneChosen,
    person.leaveRecorded,
    person.leaveChanged,
  ],
  ...[person.departed, person.delegated, person.undelegated, person.roleGranted],
  ...[person.roleRevoked, person.corrected],
  { ...reorganisation.ordered, moves: reorganisation.moves.slice(0, 2) } as DirectoryFact,
  ...[letter.attempted, letter.deferred, letter.settled],
  ...[reorganisation.stepped, reorganisation.completed, reorganisation.stopped],
];

goldenContract({
  folder: join(__dirname, '../golden'),
  codec: directoryCodec,
  newestVersions,
  examples,
});
