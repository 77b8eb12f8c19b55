import { Paper, Text, Title } from '@mantine/core';
import type { GoalDetail } from '../api/types.ts';
import {
  GradeBadge,
  measuresText,
  Owner,
  Pace,
  ProgressBar,
  StageBadges,
} from '../parts/figures.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { shareText } from '../text/figures.ts';
import { dayText, instantText, spanText } from '../text/times.ts';
import classes from './goal.module.css';

/** Longer descriptions are folded away: they must not push the figures off the page. */
const descriptionShownMax = 400;
/** Longer titles are set smaller. */
const titleLengthLarge = 120;

export function GoalHead({ goal }: { readonly goal: GoalDetail }) {
  const { title, reference, owner, period, cadenceDays, lastCheckInAt, progress, pace, grade } =
    goal;
  return (
    <header>
      <div className={classes.titleRow}>
        <Title
          order={1}
          size="h2"
          className={classes.title}
          data-long={(title?.length ?? 0) > titleLengthLarge || undefined}
        >
          <Said text={title} missing="Untitled goal" />
        </Title>
        <StageBadges goal={goal} />
        {grade === null ? null : <GradeBadge grade={grade} />}
      </div>
      <dl className={classes.facts}>
        <Fact name="Owner">
          <Owner owner={owner} />
        </Fact>
        <Fact name="Period">
          {period.name} <span className={classes.dim}>({spanText(period.start, period.end)})</span>
        </Fact>
        <Fact name="Progress">
          <ProgressBar
            figure={progress}
            label="Progress of the goal"
            counted={measuresText(goal.measures)}
          />
        </Fact>
        <Fact name="Pace">
          <Pace pace={pace} />
        </Fact>
        <Fact name="Check-ins">
          {lastCheckInAt === null ? 'none yet' : `last ${dayText(lastCheckInAt)} UTC`}
          <span className={classes.dim}>, every {cadenceDays} days</span>
        </Fact>
        {reference === null ? null : (
          <Fact name="Reference">
            <bdi>{reference}</bdi>
          </Fact>
        )}
      </dl>
      <Description text={goal.description} />
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Description({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  if (text.length <= descriptionShownMax) {
    return (
      <p className={classes.description}>
        <Said text={text} block />
      </p>
    );
  }
  return (
    <details className={classes.description}>
      <summary>Description</summary>
      <Said text={text} block />
    </details>
  );
}

export function ClosedCard({ closed }: { readonly closed: NonNullable<GoalDetail['closed']> }) {
  const { score, grade, attainment, at, by, lesson, postMortem } = closed;
  return (
    <Paper withBorder p="md" my="md">
      <div className={classes.titleRow}>
        <Title order={2} size="h4">
          Closed
        </Title>
        <GradeBadge grade={grade} />
      </div>
      <Text size="sm" c="dimmed">
        <ActorName by={by} />, effective {instantText(at)}
      </Text>
      <dl className={classes.facts}>
        <Fact name="Score given">{shareText(score)}</Fact>
        <Fact name="Attainment">{attainment === null ? 'unknown' : shareText(attainment)}</Fact>
      </dl>
      <Text size="sm" fw={600}>
        Lesson
      </Text>
      <Said text={lesson} missing="erased" block />
      {postMortem === null ? null : (
        <>
          <Text size="sm" fw={600} mt="xs">
            Post-mortem
          </Text>
          <Said text={postMortem} block />
        </>
      )}
    </Paper>
  );
}
