import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { chartQuery, metricQuery } from '../api/analytics-queries.ts';
import type { CommandRequest, GoalCommand } from '../api/commands.ts';
import { noteQuery, oneToOneQuery, requestQuery } from '../api/feedback-queries.ts';
import { queryClient } from '../api/queries.ts';
import { programmeQuery, redemptionQuery } from '../api/recognition-queries.ts';
import { caseQuery, responseQuery, serviceLevelQuery } from '../api/service-queries.ts';
import { surveyQuery } from '../api/survey-queries.ts';
import { caseText } from '../text/cases.ts';
import { chartText } from '../text/charts.ts';
import { actionsText, noteText, requestText } from '../text/feedback.ts';
import { programmeText, redemptionText } from '../text/recognition.ts';
import { metricText } from '../text/releases.ts';
import { responseText } from '../text/responses.ts';
import { serviceLevelText } from '../text/service-levels.ts';
import { surveyText } from '../text/surveys.ts';

type Revised = Extract<Exclude<CommandRequest, GoalCommand>, { readonly revision: number }>;

interface RecordNowProps {
  readonly request: Revised;
  /** Sends the same once more, on top of the revision that has been shown. */
  readonly sendAnew: (revision: number) => void;
}

/** Asked for anew: what is in the cache is what the person acted on. */
const fresh = { staleTime: 0, refetchOnMount: 'always' } as const;

/** How a record that is no goal stands now, before one's own change goes on top of it. */
export function RecordNow({ request, sendAnew }: RecordNowProps) {
  const found = useQuery({
    ...fresh,
    queryKey: ['record-now', request],
    queryFn: () => standingOf(request),
  });
  if (found.isFetching) return <>Finding out what changed…</>;
  if (found.data === undefined) {
    return <>What changed could not be fetched. Reload the page to see it.</>;
  }
  const { text, revision } = found.data;
  return (
    <>
      <p>Nothing of yours was recorded yet. {text}</p>
      <Button size="xs" onClick={() => sendAnew(revision)}>
        Send mine on top of it
      </Button>
    </>
  );
}

interface Standing {
  readonly text: string;
  readonly revision: number;
}

async function standingOf(request: Revised): Promise<Standing> {
  const anew = { staleTime: 0 };
  if ('noteId' in request) {
    const note = await queryClient.fetchQuery({ ...noteQuery(request.noteId), ...anew });
    return { text: noteText(note), revision: note.revision };
  }
  if ('requestId' in request) {
    const asked = await queryClient.fetchQuery({ ...requestQuery(request.requestId), ...anew });
    return { text: requestText(asked), revision: asked.revision };
  }
  if ('oneToOneId' in request) {
    const held = await queryClient.fetchQuery({ ...oneToOneQuery(request.oneToOneId), ...anew });
    return { text: `Of the one-to-one: ${actionsText(held.actions)}.`, revision: held.revision };
  }
  if ('redemptionId' in request) {
    const query = { ...redemptionQuery(request.redemptionId), ...anew };
    const redemption = await queryClient.fetchQuery(query);
    return { text: redemptionText(redemption), revision: redemption.revision };
  }
  if (request.do === 'revise-programme') {
    const programme = await queryClient.fetchQuery({ ...programmeQuery(), ...anew });
    if (programme === null) throw new Error('The reward programme is not there any more.');
    return { text: programmeText(programme), revision: programme.revision };
  }
  if ('surveyId' in request) {
    const query = { ...surveyQuery(request.surveyId, undefined), ...anew };
    const survey = await queryClient.fetchQuery(query);
    const today = new Date().toISOString().slice(0, 10);
    return { text: surveyText(survey, today), revision: survey.revision };
  }
  if ('caseId' in request) {
    const found = await queryClient.fetchQuery({ ...caseQuery(request.caseId), ...anew });
    return { text: caseText(found), revision: found.revision };
  }
  if ('chartId' in request) {
    const chart = await queryClient.fetchQuery({ ...chartQuery(request.chartId), ...anew });
    return { text: chartText(chart), revision: chart.revision };
  }
  if ('serviceLevelId' in request) {
    const query = { ...serviceLevelQuery(request.serviceLevelId), ...anew };
    const level = await queryClient.fetchQuery(query);
    return { text: serviceLevelText(level), revision: level.revision };
  }
  if ('metric' in request) {
    const metric = await queryClient.fetchQuery({ ...metricQuery(request.metric), ...anew });
    return { text: metricText(metric), revision: metric.revision ?? request.revision };
  }
  const response = await queryClient.fetchQuery({ ...responseQuery(request.responseId), ...anew });
  return { text: responseText(response), revision: response.revision };
}
