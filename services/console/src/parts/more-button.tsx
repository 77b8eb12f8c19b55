import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';

interface MoreProps {
  readonly found: UseInfiniteQueryResult<unknown>;
  readonly label?: string;
}

/** The next page of what is fetched page by page; nothing after the last one. */
export function MoreButton({ found, label = 'Show more' }: MoreProps) {
  if (!found.hasNextPage) return null;
  return (
    <Button
      mt="sm"
      variant="default"
      loading={found.isFetchingNextPage}
      onClick={() => void found.fetchNextPage()}
    >
      {label}
    </Button>
  );
}
