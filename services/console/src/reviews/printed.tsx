import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { printedReview, type PrintedFormat } from '../api/review-queries.ts';
import classes from '../feedback/feedback.module.css';
import { Failure } from '../parts/states.tsx';

const labels = { html: 'Save as a page', pdf: 'Save as a PDF' } as const;

/** The review as one may see it, whole, to keep or to print. */
export function Printed({ reviewId }: { readonly reviewId: string }) {
  const saving = useMutation({
    mutationFn: async (format: PrintedFormat) => {
      keep(await printedReview(reviewId, format), `review-${reviewId}.${format}`);
    },
  });
  return (
    <>
      <div className={classes.actions}>
        {(['html', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            size="compact-sm"
            variant="default"
            loading={saving.isPending && saving.variables === format}
            onClick={() => saving.mutate(format)}
          >
            {labels[format]}
          </Button>
        ))}
      </div>
      {saving.isError ? <Failure error={saving.error} /> : null}
    </>
  );
}

/** Handed to the browser as a file: a link of its own would lack the token. */
function keep(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
