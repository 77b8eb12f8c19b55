import { Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Said } from '../parts/said.tsx';
import { StandingIn } from './standing-in.tsx';
import { TeamMembers } from './team-members.tsx';
import classes from './team.module.css';
import { useSelf } from './use-self.ts';

export function TeamPage() {
  const { all = false } = useSearch({ from: '/team' });
  const navigate = useNavigate({ from: '/team' });
  const { own, behalf } = useSelf();
  const person = behalf ?? own;
  return (
    <>
      <Title order={1} size="h2" mb="md">
        {behalf === undefined ? (
          'My team'
        ) : (
          <>
            Team of <Said text={behalf} />
          </>
        )}
      </Title>
      <section aria-labelledby="answers-title">
        <h2 id="answers-title" className={classes.title}>
          {behalf === undefined ? 'Who answers to you' : 'Who answers to them'}
        </h2>
        <TeamMembers
          key={person}
          person={person}
          on={undefined}
          all={all}
          onAll={(wanted) => {
            void navigate({ search: wanted ? { all: true } : {}, replace: true });
          }}
        />
      </section>
      <StandingIn />
    </>
  );
}
