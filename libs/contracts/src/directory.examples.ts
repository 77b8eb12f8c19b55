import type { DirectoryPublished } from './directory.ts';

const person = '5b1f0e7c';
const other = '9d3a2c41';
const unit = 'unit:service-desk';
const [post, head] = ['desk-07', 'desk-01'];
const from = '2026-07-01';
const leave = '0a7c3e51-9b2d-5f46-8c1e-7d3f5a9b1c20';
const delegation = '2c9e5071-bd4f-5168-8e30-9f51c7bd3e42';
const grant = '4eb07293-df61-538a-9052-b173e9df5064';
const reorganisation = '60d294b5-f183-55ac-b274-d3950bf17286';

/** Examples of every fact that `directory` publishes, by what they show. */
export const directoryExamples: {
  readonly [Type in keyof DirectoryPublished]: Readonly<Record<string, DirectoryPublished[Type]>>;
} = {
  'directory.UnitEstablished.v1': {
    atTheTop: { unit: 'unit:operations', parent: null, from },
    withinAnother: { unit, parent: 'unit:operations', from },
  },
  'directory.UnitMoved.v1': { elsewhere: { unit, parent: 'unit:customers', from } },
  'directory.UnitHeaded.v1': {
    byThePostOfTheHead: { unit, post: head, from },
    byNobody: { unit, post: null, from },
  },
  'directory.UnitClosed.v1': { fromADayOn: { unit, from } },
  'directory.PostEstablished.v1': {
    ofOnePerson: { post, unit, manager: head, fte: 1, from },
    ofAGroup: { post: 'desk-night', unit, manager: head, fte: 12.5, from },
  },
  'directory.PostMoved.v1': { elsewhere: { post, unit: 'unit:customers', from } },
  'directory.PostClosed.v1': { fromADayOn: { post, from } },
  'directory.ReportingLineChanged.v1': {
    solid: { post, line: 'solid', manager: head, from },
    dotted: { post, line: 'dotted:finance', manager: 'finance-02', from },
    toNobody: { post, line: 'solid', manager: null, from },
  },
  'directory.StructureCorrected.v1': {
    ofALine: {
      of: { kind: 'post', id: post },
      ...{ field: 'line:solid', from, to: { from, value: 'desk-02' } },
    },
    ofAClosing: {
      of: { kind: 'unit', id: unit },
      ...{ field: 'closed', from, to: { from: '2026-08-01', holds: true } },
    },
    takenBack: { of: { kind: 'unit', id: unit }, field: 'parent', from, to: null },
  },
  'directory.PersonJoined.v1': {
    inAPost: { person, post, from },
    withoutAPost: { person: other, post: null, from },
  },
  'directory.PersonMoved.v1': { toAnotherPost: { person, post: 'desk-08', from } },
  'directory.ZoneChosen.v1': { inSummerAndWinter: { person, zone: 'Europe/Berlin' } },
  'directory.LeaveRecorded.v1': {
    untilADay: { person, leave, from, until: '2026-12-31' },
    withoutAnEnd: { person, leave, from, until: null },
  },
  'directory.LeaveChanged.v1': { toEndEarlier: { person, leave, until: '2026-10-31' } },
  'directory.PersonLeft.v1': { fromADayOn: { person, from } },
  'directory.DelegationGranted.v1': {
    ofEverything: { person, delegation, to: other, actions: null, from, until: '2026-07-31' },
    ofOneAction: {
      ...{ person, delegation, to: other, actions: ['goal/change'] },
      ...{ from, until: '2026-07-31' },
    },
  },
  'directory.DelegationRevoked.v1': { early: { person, delegation, from: '2026-07-15' } },
  'directory.RoleGranted.v1': {
    overAUnit: { person, grant, role: 'hr-partner', unit, from, until: '2026-12-31' },
    everywhere: { person, grant, role: 'auditor', unit: null, from, until: null },
  },
  'directory.RoleRevoked.v1': { early: { person, grant, from: '2026-09-01' } },
  'directory.PersonCorrected.v1': {
    ofAPost: { person, field: 'post', from, to: { from, value: 'desk-09' } },
    ofPresence: { person, field: 'presence', from, to: { from: '2026-08-01', holds: true } },
    takenBack: { person, field: 'post', from, to: null },
  },
  'directory.ReorganisationOrdered.v1': {
    ofAWholeUnit: { reorganisation, unit, from, moves: 1_000 },
  },
  'directory.ReorganisationStepped.v1': {
    withoutARefusal: { reorganisation, step: 1, done: 100, refused: [] },
    withARefusal: {
      ...{ reorganisation, step: 2, done: 99 },
      refused: [{ post, code: 'structure/post-closed' }],
    },
  },
  'directory.ReorganisationCompleted.v1': {
    withARefusal: { reorganisation, done: 999, refused: 1 },
  },
  'directory.ReorganisationStopped.v1': { onTheWay: { reorganisation } },
};

/** The stream that an example is of. */
export function directoryStreamOf(type: string): string {
  if (type.startsWith('directory.Reorganisation')) {
    return `directory.reorganisation-acme.${reorganisation}`;
  }
  return /^directory\.(Unit|Post|ReportingLine|Structure)/.test(type)
    ? 'directory.structure-acme.a41e6d27-5c93-5b08-9f6a-e8207d4c1b35'
    : 'directory.person-acme.d853f10c-2e7b-5946-b3d0-47a9c6e58f12';
}
