import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type LookUp = Storage['getTargetValidationMetadatas'];
type Group = Storage['groupByPropertyName'];

/**
 * class-validator looks through the rules of every class in the process at each validation: the
 * more services are mounted, the slower each request. The rules of a class do not change once it is
 * defined, so they are looked up once. (Validation with groups or schemas goes the old way.)
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  const lookUp: LookUp = storage.getTargetValidationMetadatas.bind(storage);
  const group: Group = storage.groupByPropertyName.bind(storage);
  const byClass = new WeakMap<object, ReturnType<LookUp>>();
  const grouped = new WeakMap<object, ReturnType<Group>>();

  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups !== undefined) {
      return lookUp(target, schema, always, strictGroups, groups);
    }
    let known = byClass.get(target);
    if (known === undefined) {
      known = lookUp(target, schema, always, strictGroups, groups);
      byClass.set(target, known);
    }
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
