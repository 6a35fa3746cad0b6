// Short notices at the foot of the window: what was done, with a way to undo it, or why it failed.
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem.ts';
import classes from './notices.module.css';

const shownMs = 4000;
/** A person who must read, decide and reach the button needs longer (WCAG 2.2.1 asks for time; the change also shows in its place). */
const undoMs = 10_000;

export interface Undo {
  readonly label: string;
  readonly run: () => void;
}

/** Says what was done. */
export function tell(message: ReactNode, undo?: Undo): void {
  const id = notifications.show({
    withBorder: true,
    autoClose: undo === undefined ? shownMs : undoMs,
    closeButtonProps: { 'aria-label': 'Close this notice' },
    message:
      undo === undefined ? (
        message
      ) : (
        <span className={classes.row}>
          <span>{message}</span>
          <button
            type="button"
            className={classes.undo}
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </button>
        </span>
      ),
  });
}

/** Says why something failed. */
export function tellFailure(what: string, error: unknown): void {
  notifications.show({
    withBorder: true,
    color: 'red',
    autoClose: undoMs,
    closeButtonProps: { 'aria-label': 'Close this notice' },
    title: what,
    message: sentenceOf(error),
  });
}
