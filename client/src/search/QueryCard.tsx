// The card of exact search in one dialect: what may be written, what it finds, what a word is; the table of the contract, as it stands.
import { Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { queryCard, queryCardGroups } from '../../../server/contract/query-card.ts';
import type { Dialect } from '../../../server/contract/search-api.ts';
import classes from './query-card.module.css';
import { dialectChoices } from './search-mode.ts';

export interface QueryCardProps {
  readonly opened: boolean;
  /** The dialect it opens with. */
  readonly dialect: Dialect;
  readonly onClose: () => void;
}

export function QueryCard({ opened, dialect, onClose }: QueryCardProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="How exact queries are written"
      size="min(50rem, 96vw)"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {/* Opened anew, it shows the dialect of the question again. */}
      <CardOf key={dialect} dialect={dialect} />
    </Modal>
  );
}

function CardOf({ dialect }: { readonly dialect: Dialect }) {
  const [shown, setShown] = useState(dialect);
  return (
    <>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label="Dialect"
          data={dialectChoices.map(({ dialect: value, name: label }) => ({ value, label }))}
          value={shown}
          onChange={setShown}
        />
        <p>Pincite’s own way, and those of two other tools. Whatever is written, the answer says how it was read.</p>
      </div>
      {queryCardGroups.map((group) => (
        <section key={group} className={classes.group}>
          <h3>{group}</h3>
          <dl>
            {queryCard
              .filter((row) => row.group === group && row.written[shown] !== undefined)
              .map(({ written, explained, note }) => (
                <div key={written[shown]}>
                  <dt>
                    <code>{written[shown]}</code>
                  </dt>
                  <dd>
                    {explained === null ? null : <span>{explained}</span>}
                    {note === '' ? null : <span className={classes.note}>{note}</span>}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
