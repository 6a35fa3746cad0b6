// Copies a citation as the server writes it, plain and rich, and says what was copied.
import { IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import type { Citable } from '../../../server/contract/work-api.ts';
import { call } from '../api/client.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { clipboardTextOf } from './clipboard-text.ts';
import { copyText } from './copy.ts';
import classes from './tag-menu.module.css';

export interface CopyCitationButtonProps {
  readonly item: Citable;
  /** Copied before the citation, in quotation marks; left out: the citation alone. */
  readonly quote?: string;
  readonly withLabel?: boolean;
}

export function CopyCitationButton({ item, quote, withLabel = false }: CopyCitationButtonProps) {
  const [isComing, setComing] = useState(false);
  const copy = async () => {
    setComing(true);
    try {
      const cited = call('citations', { body: { items: [item] } }).then((answers) =>
        clipboardTextOf(answers.map(({ text, html }) => ({ quote: quote ?? null, text, html }))),
      );
      const plain = await copyText(cited, navigator.clipboard);
      tell(
        <>
          Copied: <cite>{plain}</cite>
        </>,
      );
    } catch (error) {
      tellFailure('The citation was not copied', error);
    } finally {
      setComing(false);
    }
  };
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={withLabel ? 'Cite: copy the citation' : 'Copy the citation'}
      title="Copy the citation (c)"
      aria-busy={isComing}
      onClick={() => void copy()}
    >
      <IconQuote size={17} stroke={1.7} aria-hidden />
      {withLabel ? <span>Cite</span> : null}
    </button>
  );
}
