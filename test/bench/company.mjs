// A company of so many people, as lines to import and as facts that were published of it: ten
// below each manager, who head a unit each; everybody holds a post.
export const reportsOfEach = 10;
export const since = '2026-01-01';

export const personOf = (no) => `p${no}`;
export const postOf = (no) => `post-${no}`;
export const unitOf = (no) => `unit-${no}`;
const managerOf = (no) => Math.floor((no - 1) / reportsOfEach);

/** Managers are the first of them, by number: so many have somebody below. */
export function unitsOf(people) {
  return Math.max(1, Math.ceil((people - 1) / reportsOfEach));
}

/** Somebody without anybody below, and those above from the next one up to the top. */
export function lineUp(people) {
  const line = [people - 1];
  while (line.at(-1) > 0) line.push(managerOf(line.at(-1)));
  return line;
}

/** What establishes units and posts, each before what is in it or below it. */
function* structureOf(people) {
  const units = unitsOf(people);
  for (let no = 0; no < units; no += 1) {
    const parent = no === 0 ? null : unitOf(managerOf(no));
    yield { type: 'EstablishUnit', unit: unitOf(no), parent, from: since };
  }
  for (let no = 0; no < people; no += 1) {
    const unit = unitOf(no < units ? no : managerOf(no));
    const manager = no === 0 ? null : postOf(managerOf(no));
    const plan = { unit, manager, fte: 1, grade: null, from: since };
    yield { type: 'EstablishPost', post: postOf(no), ...plan };
  }
  for (let no = 0; no < units; no += 1) {
    yield { type: 'HeadUnit', unit: unitOf(no), post: postOf(no), from: since };
  }
}

/** Lines of `POST /structure/import`, a change each, as a file of posts gives them. */
export function* structureLines(people) {
  let no = 0;
  for (const change of structureOf(people)) {
    const words = {
      EstablishUnit: { name: `The unit ${change.unit}` },
      EstablishPost: { title: `Holder of ${change.post}` },
    };
    yield { key: `change-${(no += 1)}`, changes: [{ ...change, ...words[change.type] }] };
  }
}

/** Lines of `POST /people/import`. */
export function* peopleLines(people) {
  for (let no = 0; no < people; no += 1) {
    const person = personOf(no);
    const words = { name: `Somebody ${no}`, mail: `${person}@example.org` };
    yield { key: person, person: { person, ...words, post: postOf(no), from: since } };
  }
}

/** Lines of `POST /goals/import`: one private goal in `privateOf`, of one person after another. */
export function* goalLines(goals, { people, privateOf = 0, activate = false }) {
  const period = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
  const measure = { kind: 'increase', start: 0, target: 1_000, unit: 'calls' };
  for (let no = 0; no < goals; no += 1) {
    const isPrivate = privateOf > 0 && no % privateOf === 0;
    const goal = {
      reference: `goal-${no}`,
      owner: `person:${personOf(people - 1 - (no % people))}`,
      title: `More calls than before, ${no}`,
      visibility: isPrivate ? 'private' : 'public',
      ...{ period, keyResults: [{ name: 'Calls', measure }] },
    };
    const active = activate ? { activate: { kind: 'committed' } } : {};
    yield { key: `goal-${no}`, goal, ...active };
  }
}

/** The facts that are published of the same company, for an organisation in memory. */
export function* publishedFacts(people) {
  let position = 0;
  const fact = (name, data) => {
    const at = String((position += 1)).padStart(16, '0');
    return { type: `directory.${name}.v1`, position: at, data };
  };
  const names = {
    EstablishUnit: 'UnitEstablished',
    EstablishPost: 'PostEstablished',
    HeadUnit: 'UnitHeaded',
  };
  for (const { type, ...change } of structureOf(people)) {
    yield fact(names[type], { ...change, unit: `unit:${change.unit}` });
  }
  for (let no = 0; no < people; no += 1) {
    yield fact('PersonJoined', { person: personOf(no), post: postOf(no), from: since });
  }
}
