import { lazy } from 'react';
import type { Survey } from '../api/types.ts';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';

const RaiseForm = lazy(async () => {
  const { RaiseForm: form } = await import('../forms/survey-forms.tsx');
  return { default: form };
});

const CloseForm = lazy(async () => {
  const { CloseForm: form } = await import('../forms/survey-forms.tsx');
  return { default: form };
});

const LinksForm = lazy(async () => {
  const { LinksForm: form } = await import('../forms/links-form.tsx');
  return { default: form };
});

/** What HR partners do with a survey, whose scope the server knows. */
export function HrActions({ survey }: { readonly survey: Survey }) {
  const isLaunched = survey.stage === 'launched';
  const links = {
    label: 'Print links',
    form: (close: Close) => <LinksForm survey={survey} onClose={close} />,
  };
  const raise = {
    label: 'Raise the threshold',
    form: (close: Close) => <RaiseForm survey={survey} onClose={close} />,
  };
  const end = {
    label: 'Close the survey',
    form: (close: Close) => <CloseForm survey={survey} onClose={close} />,
  };
  const isByLink = survey.audience.kind === 'link';
  return (
    <OpenedForms
      offers={[...(isLaunched && isByLink ? [links] : []), raise, ...(isLaunched ? [end] : [])]}
    />
  );
}
