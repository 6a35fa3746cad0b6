// How the question is read: by the query itself, instantly or exactly, and in which dialect; the card of what may be written.
import { IconQuestionMark } from '@tabler/icons-react';
import { useId } from 'react';
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { dialectChoices, modeChoices } from './search-mode.ts';
import classes from './mode-control.module.css';

export interface ModeControlProps {
  readonly request: SearchRequest;
  readonly onChange: (request: SearchRequest) => void;
  readonly onShowCard: () => void;
}

export function ModeControl({ request, onChange, onShowCard }: ModeControlProps) {
  const group = useId();
  return (
    <div className={classes.control}>
      <fieldset className={classes.modes}>
        <legend className="pc-visually-hidden">How the question is read</legend>
        {modeChoices.map((choice) => (
          <label key={choice.name} title={choice.hint}>
            <input
              type="radio"
              name={group}
              checked={request.mode === choice.mode}
              onChange={() => onChange({ ...request, mode: choice.mode, page: 1 })}
            />
            <span>{choice.name}</span>
          </label>
        ))}
      </fieldset>
      {request.mode === 'instant' ? null : (
        <label className={classes.dialect} title="Whose connectors and wildcards an exact query is written with">
          <span className="pc-visually-hidden">Dialect of exact queries</span>
          <select
            value={request.dialect}
            onChange={(event) => {
              const chosen = dialectChoices.find(({ dialect }) => dialect === event.currentTarget.value);
              if (chosen !== undefined) onChange({ ...request, dialect: chosen.dialect, page: 1 });
            }}
          >
            {dialectChoices.map(({ dialect, name }) => (
              <option key={dialect} value={dialect}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button
        type="button"
        className={classes.card}
        aria-label="How exact queries are written"
        title="How exact queries are written"
        onClick={onShowCard}
      >
        <IconQuestionMark size={16} stroke={2} aria-hidden />
      </button>
    </div>
  );
}
