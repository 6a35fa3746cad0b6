// When the editor closes, the pencil that opened it has the focus again, also when the address opened it.
import { useEffect, useRef } from 'react';

export function useReturnToRow(editing: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = editing;
    if (before === null || editing !== null) return;
    document.querySelector<HTMLElement>(`[data-edit="${CSS.escape(before)}"]`)?.focus({ preventScroll: true });
  }, [editing]);
}
