import { kinds, stages, type Grant, type Rule } from './policy-words.ts';
import { actions, policy, policyVersion } from './policy.ts';

/** The policy table as one page of Markdown that a person from HR can read and check. */
export function policyPage(): string {
  const rows = actions.flatMap((action) => {
    const rule: Rule = policy[action];
    return rule.grants.map((grant, index) => [
      index === 0 ? `\`${action}\`` : '',
      grant.as.map(titleOf).join(', '),
      grant.kind ?? (namesKind(rule) ? kinds.join(' or ') : '—'),
      stagesOf(grant, rule),
      grant.when === 'then' ? 'on its last day' : 'now',
      grant.logged === true ? 'yes' : '—',
      rule.inPerson === true ? 'no' : 'yes',
      rule.notOwn === true ? 'no' : 'yes',
    ]);
  });
  const sentences = actions.map((action) => `- \`${action}\`: ${policy[action].who}`);
  return [
    '# Who may do what',
    '',
    `Version ${policyVersion}. Kept equal to \`libs/organization/src/policy.ts\` by a test; every cell is tested.`,
    'What no line grants is refused, and the refusal names the rule, as in `permission/goal-change`.',
    '',
    ...words,
    '',
    ...table(
      [
        'Action',
        'As',
        'Record',
        'Stage',
        'Relation',
        'Logged',
        'By a delegate',
        'On an own record',
      ],
      rows,
    ),
    '',
    '## The same in sentences',
    '',
    ...sentences,
    '',
  ].join('\n');
}

const words = [
  '- **owner**: the record is theirs. **member**: they work in the unit that owns it. **head**: they',
  '  head it.',
  '- **manager**: holds the nearest occupied post above the owner in the solid line, or heads the',
  '  unit above the owning unit. **above**: the same, any height further up. **matrix manager**: above in',
  '  a dotted line.',
  '- **colleague**: everybody of the tenant. **anyone**: also without a token.',
  '- Roles reach over the tenant when a token carries them, and over their scope (a unit and all',
  '  below it) when the directory grants them, from their first day to their last.',
  '- Who has left, as the directory knows it, may do nothing, whatever their token says.',
  '- **Logged**: the read is a fact, and the person whom it concerns can list it.',
  '- **By a delegate**: who stands in for another has that person’s relations, for the actions and',
  '  days of the delegation, and none of the roles of either; what they read that way is logged, and',
  '  nobody decides on an own record that way.',
  '- **On an own record**: where it says no, nobody does it to an own record, whatever their role.',
];

const titles: Readonly<Record<string, string>> = {
  self: 'owner',
  'matrix-manager': 'matrix manager',
  anonymous: 'anyone',
  'goal-manager': 'goal manager',
  'hr-partner': 'HR partner',
};

function titleOf(as: string): string {
  return titles[as] ?? as;
}

function namesKind({ grants }: Rule): boolean {
  return grants.some(({ kind }) => kind !== undefined);
}

function stagesOf({ stages: only }: Grant, { grants }: Rule): string {
  if (only !== undefined) return only.join(', ');
  return grants.some((one) => one.stages !== undefined) ? `any of ${stages.length}` : '—';
}

/** Padded as Prettier writes it, so that the page stays as it is made. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
