// One collected passage: its quote, its citation, tags and note; moved by buttons, by Alt with the arrow keys, or by its handle.
import { Link } from '@tanstack/react-router';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { TrayItem } from '../../../server/contract/work-api.ts';
import { CopyCitationButton } from '../tagging/CopyCitationButton.tsx';
import classes from './tray.module.css';

export interface TrayItemRowProps {
  readonly item: TrayItem;
  readonly citation: string;
  readonly number: number;
  readonly total: number;
  readonly isDragged: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onTakeOut: () => void;
  readonly onDragStart: () => void;
  readonly onDragEnd: () => void;
  readonly onDropHere: () => void;
}

export function TrayItemRow(props: TrayItemRowProps) {
  const { item, citation, number, total, isDragged, onMove, onTakeOut } = props;
  const [isOver, setOver] = useState(false);
  const { documentId, pageNumber, passageId } = item;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a target for dropping; Alt with arrows works from its buttons
    <li
      className={classes.item}
      data-dragged={isDragged || undefined}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        props.onDropHere();
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <span
        className={classes.handle}
        draggable
        aria-hidden="true"
        title="Drag to another place"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', citation);
          props.onDragStart();
        }}
        onDragEnd={props.onDragEnd}
      >
        <IconGripVertical size={16} stroke={1.7} />
        <span>{number}</span>
      </span>
      <div className={classes.body}>
        <blockquote>{item.quote}</blockquote>
        <p className={classes.citation}>{citation}</p>
        {item.note === '' ? null : <p className={classes.note}>{item.note}</p>}
        <p className={classes.about}>
          <Link
            to="/d/$documentId"
            params={{ documentId }}
            search={{ at: String(pageNumber), ...(passageId === null ? {} : { passage: passageId }) }}
          >
            {item.documentTitle}, PDF page {pageNumber}
          </Link>
          {item.tags.map((tag) => (
            <span key={tag.id} className={classes.tag}>
              <span className={classes.dot} style={{ background: tag.color }} aria-hidden="true" />
              {tag.name}
            </span>
          ))}
        </p>
      </div>
      <fieldset className={classes.actions} aria-label={`Passage ${number}`}>
        <CopyCitationButton
          item={passageId === null ? { documentId, spans: item.spans } : { passageId }}
          quote={item.quote}
        />
        <Action label="Move up" title="Move up (Alt and arrow up)" disabled={number === 1} onPress={() => onMove(-1)}>
          <IconArrowUp size={17} stroke={1.7} aria-hidden />
        </Action>
        <Action
          label="Move down"
          title="Move down (Alt and arrow down)"
          disabled={number === total}
          onPress={() => onMove(1)}
        >
          <IconArrowDown size={17} stroke={1.7} aria-hidden />
        </Action>
        <Action label="Take out of the tray" title="Take out" onPress={onTakeOut}>
          <IconX size={17} stroke={1.7} aria-hidden />
        </Action>
      </fieldset>
    </li>
  );
}

interface ActionProps {
  readonly label: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** Disabled by ARIA only: an item that was moved to the end keeps the focus. */
function Action({ label, title, disabled = false, onPress, children }: ActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={title}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}
