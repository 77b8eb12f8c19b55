import { Pagination } from '@mantine/core';
import classes from './pages.module.css';

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

export function Pages({ page, pages, onPage }: PagesProps) {
  if (pages < 2) return null;
  return (
    <nav className={classes.pages} aria-label="Pages of the list">
      <Pagination
        total={pages}
        value={page}
        onChange={onPage}
        size="sm"
        getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
        getControlProps={(control) => ({
          'aria-label': control === 'next' ? 'Next page' : 'Previous page',
        })}
      />
    </nav>
  );
}
