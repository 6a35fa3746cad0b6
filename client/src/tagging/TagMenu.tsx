// The tag menu of a passage or a selection: tick tags, type to find or to create one, press a digit for the tag that owns it.
// A combobox with a list of several choices (ARIA APG); everything by keyboard, Esc gives the focus back.
import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconPlus, IconTag, IconTagFilled } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Tag } from '../../../server/contract/work-api.ts';
import { sentenceOf } from '../api/problem.ts';
import { tagsQuery } from '../api/queries.ts';
import { tagChoiceOf, tagOfDigit } from './tag-choice.ts';
import type { TagChip } from './tagged-answers.ts';
import classes from './tag-menu.module.css';
import { useTagging, type Taggable } from './use-tagging.tsx';

export interface TagMenuProps {
  readonly target: Taggable;
  /** Tags it carries now. */
  readonly tags: readonly TagChip[];
  /** Shows the word beside the icon. */
  readonly withLabel?: boolean;
}

export function TagMenu({ target, tags, withLabel = false }: TagMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const Icon = tags.length > 0 ? IconTagFilled : IconTag;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={280} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          data-on={tags.length > 0 || undefined}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-label={tags.length > 0 ? `Tags: ${tags.map(({ name }) => name).join(', ')}. Change` : 'Tag'}
          title="Tag (t)"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={17} stroke={1.7} aria-hidden />
          {withLabel ? <span>Tag</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Tags">
        {isOpen ? <TagList target={target} applied={tags} close={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface TagListProps {
  readonly target: Taggable;
  readonly applied: readonly TagChip[];
  readonly close: () => void;
}

function TagList({ target, applied, close }: TagListProps) {
  const { data, error } = useQuery(tagsQuery());
  const { apply, remove, create } = useTagging();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  // Tags of a selection are known here only; those of a passage come back through `applied`.
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const id = useId();

  const tags = data?.tags ?? [];
  const on = new Set(applied.map((tag) => tag.id).filter((tagId) => changed.get(tagId) !== false));
  for (const [tagId, isOn] of changed) if (isOn) on.add(tagId);
  const choice = tagChoiceOf(tags, on, typed);
  const count = choice.rows.length + (choice.create === null ? 0 : 1);
  const at = Math.min(active, count - 1);

  const toggle = async (tag: Tag) => {
    const isOn = !on.has(tag.id);
    const remember = (value: boolean) => setChanged((known) => new Map(known).set(tag.id, value));
    remember(isOn);
    setTyped('');
    if (!(await (isOn ? apply(target, tag) : remove(target, tag)))) remember(!isOn);
  };
  const createAndApply = async (name: string) => {
    const tag = await create(name);
    if (tag !== null) await toggle(tag);
  };
  const choose = (index: number) => {
    const row = choice.rows[index];
    if (row !== undefined) void toggle(row.tag);
    else if (choice.create !== null) void createAndApply(choice.create);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const digit = typed === '' ? tagOfDigit(tags, event.key) : null;
    if (event.key === 'ArrowDown') setActive(count === 0 ? 0 : (at + 1) % count);
    else if (event.key === 'ArrowUp') setActive(count === 0 ? 0 : (at - 1 + count) % count);
    else if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') close();
    else if (digit !== null) void toggle(digit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.menu}>
      <input
        type="text"
        role="combobox"
        className={classes.field}
        placeholder={tags.length === 0 ? 'Name of the first tag' : 'Find or create a tag'}
        aria-label="Find or create a tag"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        maxLength={120}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error === null ? null : (
        <p className={classes.problem} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <div
        id={`${id}-list`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold rows with dots and keys
        role="listbox"
        aria-multiselectable
        aria-label="Tags"
        className={classes.list}
        tabIndex={-1}
      >
        {choice.rows.map(({ tag, isApplied }, index) => (
          <Option
            key={tag.id}
            id={`${id}-${index}`}
            isActive={index === at}
            isOn={isApplied}
            onPick={() => void toggle(tag)}
          >
            <span className={classes.dot} style={{ background: tag.color }} aria-hidden="true" />
            <span className={classes.name} title={tag.definition === '' ? undefined : tag.definition}>
              {tag.name}
            </span>
            {tag.shortcut === null ? null : <kbd aria-label={`key ${tag.shortcut}`}>{tag.shortcut}</kbd>}
          </Option>
        ))}
        {choice.create === null ? null : (
          <Option
            id={`${id}-${choice.rows.length}`}
            isActive={at === choice.rows.length}
            isOn={false}
            onPick={() => choose(choice.rows.length)}
          >
            <IconPlus size={14} aria-hidden />
            <span className={classes.name}>Create “{choice.create}”</span>
          </Option>
        )}
      </div>
      {data !== undefined && count === 0 ? (
        <p className={classes.hint}>No tags yet. Type a name and press Enter.</p>
      ) : null}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly isOn: boolean;
  readonly onPick: () => void;
  readonly children: React.ReactNode;
}

/** One row; the focus stays in the field, so a press must not take it away. */
function Option({ id, isActive, isOn, onPick, children }: OptionProps) {
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see the list
      role="option"
      tabIndex={-1}
      aria-selected={isOn}
      data-active={isActive || undefined}
      className={classes.option}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={undefined}
    >
      <span className={classes.tick}>{isOn ? <IconCheck size={14} stroke={2.4} aria-hidden /> : null}</span>
      {children}
    </div>
  );
}
