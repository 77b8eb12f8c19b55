import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PersonName } from '../parts/people.tsx';
import { useNames } from '../parts/use-names.ts';
import { useProblemAt } from './command-form.tsx';
import classes from './forms.module.css';
import { chosenOf, withAll, type ManagerGroup } from './session-draft.ts';

interface ComparedProps {
  readonly groups: readonly ManagerGroup[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Managers drawn at once; whoever is not among them is found by typing. */
const groupsShown = 50;

/** Which reviews are compared: all that a manager answers for, or one by one. */
export function ComparedField({ groups, chosen, onChange }: ComparedProps) {
  const problem = useProblemAt('/reviews');
  const [typed, setTyped] = useState('');
  const q = typed.trim().toLowerCase();
  const nameOf = useNames(groups.map(({ manager }) => manager).filter((one) => one !== ''));
  const found = groups.filter(({ manager }) => {
    return `${nameOf(manager)} ${manager}`.toLowerCase().includes(q);
  });
  const reviews = groups.flatMap((one) => one.reviews);
  const inIt = chosenOf(groups, chosen);
  return (
    <fieldset className={classes.part}>
      <legend>Reviews</legend>
      <p className={classes.hint}>
        {reviews.length === 0
          ? 'None can be compared: its manager must have written, and no other session have it.'
          : `${inIt.length} of ${reviews.length} that can be compared are chosen.`}
      </p>
      {problem === undefined ? null : <p className={classes.problem}>{problem}</p>}
      {inIt.map(({ id, subject }, index) => (
        <ReviewProblem key={id} pointer={`/reviews/${index}`} subject={subject} />
      ))}
      {groups.length > groupsShown ? (
        <TextInput
          mb="sm"
          label="Find a manager"
          description={`${groupsShown} are shown at once.`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {found.slice(0, groupsShown).map((group) => (
        <Group key={group.manager} {...{ group, chosen, onChange }} />
      ))}
    </fieldset>
  );
}

interface GroupProps extends Pick<ComparedProps, 'chosen' | 'onChange'> {
  readonly group: ManagerGroup;
}

function Group({ group: { manager, reviews }, chosen, onChange }: GroupProps) {
  const count = reviews.filter(({ id }) => chosen.has(id)).length;
  return (
    <div className={classes.group}>
      <Checkbox
        label={
          <>
            All that {manager === '' ? 'nobody' : <PersonName person={manager} />} answers for:{' '}
            {reviews.length}
          </>
        }
        checked={count === reviews.length}
        indeterminate={count > 0 && count < reviews.length}
        onChange={(event) => onChange(withAll(chosen, reviews, event.currentTarget.checked))}
      />
      <details>
        <summary>One by one</summary>
        {reviews.map((review) => (
          <Checkbox
            key={review.id}
            mt="xs"
            label={<PersonName person={review.subject} />}
            checked={chosen.has(review.id)}
            onChange={(event) => onChange(withAll(chosen, [review], event.currentTarget.checked))}
          />
        ))}
      </details>
    </div>
  );
}

interface ReviewProblemProps {
  readonly pointer: string;
  readonly subject: string;
}

function ReviewProblem({ pointer, subject }: ReviewProblemProps) {
  const problem = useProblemAt(pointer);
  if (problem === undefined) return null;
  return (
    <p className={classes.problem}>
      <PersonName person={subject} />: {problem}
    </p>
  );
}
