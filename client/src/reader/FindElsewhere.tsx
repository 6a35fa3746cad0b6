// Leads from a selected text to the search for it everywhere, with small edits forgiven and the best place first.
import { Link } from '@tanstack/react-router';
import { IconListSearch } from '@tabler/icons-react';
import { emptySearch } from '../../../server/contract/search-api.ts';
import { tell } from '../app/notices.tsx';
import classes from '../tagging/tag-menu.module.css';
import { writeSearchState } from '../url/search-state.ts';
import { likeQuery, longestText } from './like-query.ts';

export function FindElsewhere({ quote }: { readonly quote: string }) {
  const { q, isCut } = likeQuery(quote);
  if (q === '') return null;
  return (
    <Link
      to="/"
      search={writeSearchState({ request: { ...emptySearch, q, mode: 'exact' }, hit: null })}
      className={classes.button}
      title="Find this text elsewhere, also where it reads a little otherwise"
      preload={false}
      onClick={() => {
        if (isCut)
          tell(`The selection is long: its first ${longestText.toLocaleString('en-US')} characters are looked for.`);
      }}
    >
      <IconListSearch size={17} stroke={1.7} aria-hidden />
      <span>Find elsewhere</span>
    </Link>
  );
}
