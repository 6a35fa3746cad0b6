// Over the list: saves the question under a name, and has the saved ones in reach.
import { Popover } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { SearchRequest } from '../../../server/contract/search-api.ts';
import { nameOf, parametersOf, savedAs } from './saved-searches.ts';
import { SavedSearchList } from './SavedSearchList.tsx';
import classes from './saved.module.css';
import { useSavedSearches } from './use-saved-searches.tsx';

export function SavedSearchMenu({ request }: { readonly request: SearchRequest }) {
  const { searches = [], save } = useSavedSearches();
  const [isOpen, setOpen] = useState(false);
  const saved = savedAs(searches, request);
  const newOnes = searches.filter(({ newDocuments }) => newDocuments > 0).length;
  const Icon = saved === undefined ? IconStar : IconStarFilled;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className={classes.open} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon size={15} stroke={1.7} aria-hidden />
          {saved === undefined ? 'Save search' : 'Saved'}
          {newOnes === 0 ? null : <span className={classes.newOnes}>{newOnes} with new documents</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {saved === undefined ? (
          <form
            key={parametersOf(request)}
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              const name = new FormData(event.currentTarget).get('name');
              if (typeof name === 'string') void save(name, parametersOf(request));
            }}
          >
            <label>
              <span>Name</span>
              <input name="name" required maxLength={200} defaultValue={nameOf(request)} />
            </label>
            <button type="submit">Save</button>
          </form>
        ) : (
          <p className={classes.note}>
            This search is saved as <strong>{saved.name}</strong>.
          </p>
        )}
        {searches.length === 0 ? (
          <p className={classes.note}>A saved search tells which documents are new since you last opened it.</p>
        ) : (
          <SavedSearchList searches={searches} onOpen={() => setOpen(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
