// The card of all keyboard shortcuts, with the switch that turns single keys off, and the way to the card of exact queries.
import { Kbd, Modal, Switch } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { shortcuts, switchShortcuts, useShortcutsSwitch } from './shortcuts.ts';
import classes from './shell.module.css';

const QueryCard = lazy(() => import('../search/QueryCard.tsx').then((module) => ({ default: module.QueryCard })));

const places = [...new Set(shortcuts.map(({ place }) => place))];

export function ShortcutCard({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const on = useShortcutsSwitch();
  const [showsQueries, setShowsQueries] = useState(false);
  if (showsQueries) {
    return (
      <Suspense>
        <QueryCard
          opened={opened}
          dialect="pincite"
          onClose={() => {
            setShowsQueries(false);
            onClose();
          }}
        />
      </Suspense>
    );
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard" centered closeButtonProps={{ 'aria-label': 'Close' }}>
      {places.map((place) => (
        <section key={place} className={classes.shortcutGroup}>
          <h3>{place}</h3>
          <dl>
            {shortcuts
              .filter((shortcut) => shortcut.place === place)
              .map(({ command, shown, meaning }) => (
                <div key={command}>
                  <dt>
                    <Kbd>{shown}</Kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <button type="button" className={classes.toQueries} onClick={() => setShowsQueries(true)}>
        How exact queries are written: connectors, endings, fields
      </button>
      <Switch
        label="Single keys"
        description="Off: only Enter and Esc are heard. Never heard while you type in a field."
        checked={on}
        onChange={(event) => switchShortcuts(event.currentTarget.checked)}
      />
    </Modal>
  );
}
