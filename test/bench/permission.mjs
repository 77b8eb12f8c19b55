// What it costs to ask the policy table, and whether one is above another, beside a look into a
// map of as many people, in one process and one run.
import { join } from 'node:path';
import { lineUp, peopleLines, personOf, publishedFacts, reportsOfEach } from './company.mjs';
import { since, unitOf } from './company.mjs';
import { median, percentile, root } from './ground.mjs';

const lib = (name) => import(join(root, 'libs/organization/dist', name));
const { createOrganization, isPermitted, permit } = await lib('index.js');
const { createStructure } = await lib('structure.js');
const { createPeople } = await lib('people.js');
const { linesOf } = await lib('lines.js');
const { walkUp } = await lib('reporting.js');
const { buildReportingIndex } = await lib('reporting-index.js');
const { isStructureFact } = await lib('versions.js');

const today = '2026-11-24';
const dayNumber = 20_261_124;
const questions = 20_000;
const together = 1_000;

/** Questions are asked so many together for their mean, and each by itself for the slowest. */
function timed(ask, rounds) {
  const means = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (let no = 0; no < questions;) {
      const started = performance.now();
      for (const end = no + together; no < end; no += 1) ask(no);
      // The first round is the one in which Node compiles what it runs.
      if (round > 0) means.push(((performance.now() - started) * 1_000) / together);
    }
  }
  const times = [];
  for (let no = 0; no < questions; no += 1) {
    const started = performance.now();
    ask(no);
    times.push((performance.now() - started) * 1_000);
  }
  return { meanUs: median(means), p99Us: percentile(times, 0.99) };
}

/** Numbers that only look random, the same in every run. */
function drawn(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Those who ask about a private goal of somebody, and whether they may read it. */
function askersOf(people) {
  const managerOf = (no) => Math.floor((no - 1) / reportsOfEach);
  const delegateOf = (no) => `stands-in-for-${no}`;
  return {
    self: { may: true, by: (owner) => ({ sub: personOf(owner) }) },
    manager: { may: true, by: (owner) => ({ sub: personOf(managerOf(owner)) }) },
    above: { may: true, by: () => ({ sub: personOf(0) }) },
    colleague: { may: false, by: () => ({ sub: personOf(people - 2) }) },
    'role in a unit': { may: true, by: () => ({ sub: 'partner' }) },
    delegate: {
      may: true,
      by: (owner) => {
        return { sub: delegateOf(managerOf(owner)), onBehalfOf: personOf(managerOf(owner)) };
      },
    },
  };
}

function* factsOf(people) {
  yield* publishedFacts(people);
  let position = 10 ** 15;
  const fact = (name, data) => {
    const at = String((position += 1)).padStart(16, '0');
    return { type: `directory.${name}.v1`, position: at, data };
  };
  const spell = { from: since, until: '2026-12-31' };
  yield fact('PersonJoined', { person: 'partner', post: null, from: since });
  const held = { role: 'hr-partner', unit: `unit:${unitOf(0)}` };
  yield fact('RoleGranted', { person: 'partner', grant: 'role', ...held, ...spell });
  for (let no = 0; no < (people - 1) / reportsOfEach; no += 1) {
    const to = `stands-in-for-${no}`;
    yield fact('PersonJoined', { person: to, post: null, from: since });
    const granted = { delegation: `delegation-${no}`, to, actions: null, ...spell };
    yield fact('DelegationGranted', { person: personOf(no), ...granted });
  }
}

/** Who reads private goals of anybody but the few at the top, whose relations are other ones. */
export function permissionChecks(people, rounds = 5) {
  const organization = createOrganization();
  for (const fact of factsOf(people)) organization.apply(fact);
  const draw = drawn(people);
  const owners = Array.from({ length: questions }, () => 1 + draw(people - 3));
  const cases = {};
  for (const [name, { may, by }] of Object.entries(askersOf(people))) {
    const calls = owners.map((owner) => ({
      asking: { tenant: 'main', roles: [], ...by(owner) },
      about: { owner: `person:${personOf(owner)}`, kind: 'private', stage: 'active' },
    }));
    const ask = (no) => {
      const { asking, about } = calls[no];
      const answer = permit(organization, asking, 'goal/read', about, today);
      if (isPermitted(answer) !== may) throw new Error(`${name}: ${JSON.stringify(calls[no])}`);
    };
    cases[name] = timed(ask, rounds);
  }
  return {
    people,
    cases,
    map: mapLookup(people, owners, rounds),
    ...linesUp(people, owners, rounds),
  };
}

/** What is least that a question about a person can cost: finding the person. */
function mapLookup(people, owners, rounds) {
  const map = new Map();
  for (const { person } of peopleLines(people)) map.set(person.person, { ...person });
  const names = owners.map((owner) => personOf(owner));
  return timed((no) => {
    if (map.get(names[no]) === undefined) throw new Error(`${names[no]} is missing.`);
  }, rounds);
}

/** Whether the top is above somebody, by the way up and by the index of the day. */
function linesUp(people, owners, rounds) {
  const structure = createStructure();
  const individuals = createPeople(structure.posts);
  let recorded = 0;
  for (const fact of publishedFacts(people)) {
    recorded += 1;
    if (isStructureFact(fact)) structure.apply(fact, recorded);
    else individuals.apply(fact, recorded);
  }
  const lines = linesOf(structure, individuals);
  const numbers = owners.map((owner) => individuals.names.numberOf(personOf(owner)));
  const top = individuals.names.numberOf(personOf(0));
  const walk = timed((no) => {
    if (!walkUp(lines, top, numbers[no], dayNumber, recorded).found) throw new Error('not above');
  }, rounds);
  const building = performance.now();
  const index = buildReportingIndex(lines, dayNumber, recorded);
  const buildMs = performance.now() - building;
  const indexed = timed((no) => {
    if (index.isAbove(top, numbers[no]) !== true) throw new Error('not above');
  }, rounds);
  return { levels: lineUp(people).length - 1, walk, index: { ...indexed, buildMs } };
}
