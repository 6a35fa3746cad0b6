// What stands in a place that failed, or that does not exist: the reason in a sentence and the way on.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem.ts';
import classes from './broken.module.css';

export interface NoticeProps {
  readonly title: string;
  readonly isFailure?: boolean;
  readonly children: ReactNode;
}

/** A whole place's worth of notice: a heading, sentences, what to do. */
export function PlaceNotice({ title, isFailure = false, children }: NoticeProps) {
  return (
    <section
      className={classes.notice}
      data-kind={isFailure ? 'failed' : undefined}
      role={isFailure ? 'alert' : undefined}
    >
      <h1>{title}</h1>
      {children}
    </section>
  );
}

export function BrokenPlace({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <PlaceNotice title="This place could not be shown" isFailure>
      <p>{sentenceOf(error)}</p>
      <p className={classes.ways}>
        <Button size="xs" variant="default" onClick={reset}>
          Try again
        </Button>
        <Link to="/">Go to the search</Link>
      </p>
    </PlaceNotice>
  );
}

export function UnknownPlace() {
  return (
    <PlaceNotice title="There is nothing at this address">
      <p>The link may be cut off. Documents are found from the search.</p>
      <p className={classes.ways}>
        <Link to="/">Go to the search</Link>
      </p>
    </PlaceNotice>
  );
}
