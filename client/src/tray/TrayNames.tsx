// The trays by name: which one is shown, which one collects, a new one, deleting with a way back.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Tray } from '../../../server/contract/work-api.ts';
import classes from './tray.module.css';
import { keepTray, type Trays } from './use-trays.tsx';

export interface TrayNamesProps {
  readonly trays: Trays;
  readonly shown: Tray | null;
  readonly onShow: (trayId: string) => void;
}

export function TrayNames({ trays, shown, onShow }: TrayNamesProps) {
  const [name, setName] = useState<string | null>(null);
  const create = async () => {
    const wanted = (name ?? '').trim();
    if (wanted === '') return;
    const made = await trays.create(wanted);
    if (made === null) return;
    setName(null);
    onShow(made.id);
  };
  return (
    <div className={classes.names}>
      {(trays.trays ?? []).length > 1 ? (
        <ul aria-label="Trays">
          {(trays.trays ?? []).map((tray) => (
            <li key={tray.id}>
              <button
                type="button"
                aria-pressed={tray.id === shown?.id}
                onClick={() => {
                  keepTray(tray.id);
                  onShow(tray.id);
                }}
              >
                {tray.name} <span>{tray.items.length.toLocaleString('en-US')}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {name === null ? (
        <button type="button" className={classes.quiet} onClick={() => setName('')}>
          <IconPlus size={15} aria-hidden /> New tray
        </button>
      ) : (
        <form
          className={classes.newTray}
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <input
            type="text"
            aria-label="Name of the new tray"
            placeholder="Name of the new tray"
            maxLength={120}
            ref={(field) => field?.focus()}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setName(null);
            }}
          />
          <button type="submit" className={classes.quiet}>
            Create
          </button>
          <button type="button" className={classes.quiet} onClick={() => setName(null)}>
            Cancel
          </button>
        </form>
      )}
      {shown === null ? null : (
        <button
          type="button"
          className={classes.quiet}
          onClick={() => {
            void trays.discard(shown);
          }}
        >
          <IconTrash size={15} aria-hidden /> Delete this tray
        </button>
      )}
    </div>
  );
}
