import { Anchor, SegmentedControl, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { pointsQuery, programmeQuery, wallQuery } from '../api/recognition-queries.ts';
import type { Recognition, RewardProgramme } from '../api/types.ts';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import classes from '../feedback/feedback.module.css';
import { MoreButton } from '../parts/more-button.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { useSelf } from '../team/use-self.ts';
import { awardText, offeredName } from '../text/recognition.ts';
import { instantText } from '../text/times.ts';
import { OpenRedemptions } from './open-redemptions.tsx';
import { OwnPoints } from './own-points.tsx';

const RecogniseForm = lazy(async () => {
  const { RecogniseForm: form } = await import('../forms/recognise-form.tsx');
  return { default: form };
});

type Whose = 'all' | 'to' | 'by';

export function RecognitionPage() {
  const { whose = 'all' } = useSearch({ from: '/recognition' });
  const navigate = useNavigate({ from: '/recognition' });
  const { behalf } = useSelf();
  const isHr = useRoles().has('hr-partner');
  const programme = useQuery(programmeQuery());
  const points = useQuery(pointsQuery());
  const { data } = programme;
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Recognition
        </Title>
        <SegmentedControl<Whose>
          size="sm"
          aria-label="Whose recognition is shown"
          value={whose}
          onChange={(next) => {
            void navigate({ search: next === 'all' ? {} : { whose: next }, replace: true });
          }}
          data={[
            { value: 'all', label: 'Everybody' },
            { value: 'to', label: 'To me' },
            { value: 'by', label: 'By me' },
          ]}
        />
      </div>
      {programme.isError ? (
        <Failure error={programme.error} reset={() => void programme.refetch()} />
      ) : null}
      {data === null ? (
        <Empty>
          There is no reward programme yet: somebody of HR, or an administrator, makes it.
        </Empty>
      ) : null}
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/recognition/programme" {...props} />}>
          The reward programme: values, points and rewards
        </Anchor>
      </p>
      {data === null || data === undefined || behalf !== undefined ? null : (
        <OpenedForms
          isMain
          offers={[
            {
              label: 'Recognise colleagues',
              form: (close) => (
                <RecogniseForm programme={data} points={points.data} onClose={close} />
              ),
            },
          ]}
        />
      )}
      <OwnPoints points={points} programme={data} />
      {isHr ? <OpenRedemptions programme={data} /> : null}
      <Wall key={whose} whose={whose === 'all' ? undefined : whose} programme={data} />
    </>
  );
}

interface WallProps {
  readonly whose: 'to' | 'by' | undefined;
  readonly programme: RewardProgramme | null | undefined;
}

/** The newest first, and as far back as one likes. */
function Wall({ whose, programme }: WallProps) {
  const found = useInfiniteQuery(wallQuery(whose));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-labelledby="wall-title">
      <h2 id="wall-title" className={classes.title}>
        Wall
      </h2>
      {found.isPending ? <Awaited what="recognition" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data !== undefined && items.length === 0 ? (
        <Empty>Nobody was recognised yet, as far as it is shown here.</Empty>
      ) : null}
      <ul className={classes.list} aria-label="Wall">
        {items.map((one) => (
          <li key={one.id} className={classes.entry}>
            <Recognised recognition={one} programme={programme} />
          </li>
        ))}
      </ul>
      <MoreButton found={found} label="Show earlier ones" />
    </section>
  );
}

interface RecognisedProps extends Pick<WallProps, 'programme'> {
  readonly recognition: Recognition;
}

function Recognised({ recognition, programme }: RecognisedProps) {
  const { giver, receivers, value, points, at, note } = recognition;
  const award = awardText(points, receivers.length);
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open>
          <Said text={offeredName(programme, 'value', value)} />
        </span>
        <strong>
          {receivers.map((person, index) => (
            <span key={person}>
              {index === 0 ? '' : ', '}
              <PersonLink person={person} />
            </span>
          ))}
        </strong>
        <span>
          by <PersonLink person={giver} />
        </span>
        <span className={`${classes.dim} pl-number`}>
          {award === undefined ? '' : `${award} · `}
          {instantText(at)}
        </span>
      </p>
      <p className={classes.message}>
        <Said text={note} missing="the words were erased" block />
      </p>
    </article>
  );
}
