// Sends corrections of a filing's details, and what undoes them; everything that shows details is asked anew.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentChange } from '../../../server/contract/docket-api.ts';
import type { DocumentAnswer } from '../../../server/contract/document-api.ts';
import { call } from '../api/client.ts';
import { documentQuery, keys } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';
import { ecfText, titleOf } from '../search/format.ts';
import { undoOf } from './detail-change.ts';

export interface Corrections {
  /** Whether it was taken; a refusal has been told. */
  readonly save: (change: DocumentChange) => Promise<boolean>;
  readonly isSaving: boolean;
}

export function useCorrections(filing: DocumentAnswer): Corrections {
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const send = async (change: DocumentChange): Promise<DocumentAnswer> => {
    const answer = await call('changeDocument', { params: { id: filing.id }, body: change });
    client.setQueryData(documentQuery(filing.id).queryKey, answer);
    for (const queryKey of [keys.documents, keys.search, keys.corpus, keys.cases, keys.trays]) {
      void client.invalidateQueries({ queryKey });
    }
    return answer;
  };
  const name = ecfText(filing) ?? titleOf(filing);
  const save = async (change: DocumentChange): Promise<boolean> => {
    setSaving(true);
    try {
      await send(change);
      const back = undoOf(filing, change);
      tell(
        <>
          Details of <strong>{name}</strong> {change.takeBack === undefined ? 'corrected' : 'as they were read'}
        </>,
        {
          label: 'Undo',
          run: () => void send(back).catch((error: unknown) => tellFailure('It was not undone', error)),
        },
      );
      return true;
    } catch (error) {
      tellFailure(`The details of ${name} were not changed`, error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { save, isSaving };
}
