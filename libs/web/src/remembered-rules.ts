import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type LookUp = Storage['getTargetValidationMetadatas'];
type Group = Storage['groupByPropertyName'];

/**
 * class-validator looks through the rules of every class in the process at each validation: the
 * more services are mounted, the slower each request. The rules of a class do not change once it is
 * defined, so they are looked up once; those of a class within another by the name of that one,
 * with which they are asked for. (Validation with groups goes the old way.)
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  const lookUp: LookUp = storage.getTargetValidationMetadatas.bind(storage);
  const group: Group = storage.groupByPropertyName.bind(storage);
  const byClass = new WeakMap<object, Map<string, ReturnType<LookUp>>>();
  const grouped = new WeakMap<object, ReturnType<Group>>();

  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (always || strictGroups || groups !== undefined) {
      return lookUp(target, schema, always, strictGroups, groups);
    }
    const within = byClass.get(target) ?? new Map<string, ReturnType<LookUp>>();
    byClass.set(target, within);
    const known = within.get(schema) ?? lookUp(target, schema, always, strictGroups, groups);
    within.set(schema, known);
    return known;
  };
  storage.groupByPropertyName = (rules) => {
    let known = grouped.get(rules);
    if (known === undefined) {
      known = group(rules);
      grouped.set(rules, known);
    }
    return known;
  };
}
