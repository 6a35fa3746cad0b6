// Sends changes of names, and what undoes them; everything that shows names is asked anew.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { NameEdit } from '../../../server/contract/names.ts';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { tell, tellFailure } from '../app/notices.tsx';

export interface Names {
  /** Whether it was taken; a refusal has been told. */
  readonly save: (edits: readonly NameEdit[], done: ReactNode) => Promise<boolean>;
  readonly isSaving: boolean;
}

export function useNames(): Names {
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const send = async (edits: readonly NameEdit[]) => {
    const { undo } = await call('changeNames', { body: { edits } });
    for (const queryKey of [keys.documents, keys.search, keys.corpus]) void client.invalidateQueries({ queryKey });
    return undo;
  };
  const save = async (edits: readonly NameEdit[], done: ReactNode): Promise<boolean> => {
    setSaving(true);
    try {
      const undo = await send(edits);
      tell(done, {
        label: 'Undo',
        run: () => void send(undo).catch((error: unknown) => tellFailure('It was not undone', error)),
      });
      return true;
    } catch (error) {
      tellFailure('The names were not changed', error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { save, isSaving };
}
