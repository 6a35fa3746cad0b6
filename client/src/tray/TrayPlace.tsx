// The Tray place: what was collected, in an order of one's own, each with its citation in the chosen style; copied or exported as a whole.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Citable, Tray } from '../../../server/contract/work-api.ts';
import { call } from '../api/client.ts';
import { sentenceOf } from '../api/problem.ts';
import { keys } from '../api/queries.ts';
import { PlaceNotice } from '../app/BrokenPlace.tsx';
import { countOf } from '../search/format.ts';
import { readTrayState, writeTrayState, type TrayState } from '../url/tray-state.ts';
import { currentTrayOf } from './current-tray.ts';
import { movedBy, movedTo } from './item-order.ts';
import { StyleFields } from './StyleFields.tsx';
import classes from './tray.module.css';
import { TrayExports, type CitedItem } from './TrayExports.tsx';
import { TrayItemRow } from './TrayItemRow.tsx';
import { TrayNames } from './TrayNames.tsx';
import { useTrays } from './use-trays.tsx';

export function TrayPlace() {
  const state = readTrayState(useSearch({ from: '/tray' }));
  const navigate = useNavigate();
  const trays = useTrays();
  const set = (change: Partial<TrayState>) =>
    void navigate({ to: '/tray', search: writeTrayState({ ...state, ...change }), replace: true, resetScroll: false });

  if (trays.trays === undefined) {
    if (trays.error === null) return <p className={classes.waiting}>Opening the tray…</p>;
    return (
      <PlaceNotice title="The trays cannot be opened" isFailure>
        <p>{sentenceOf(trays.error)}</p>
      </PlaceNotice>
    );
  }
  const tray = currentTrayOf(trays.trays, state.trayId ?? trays.current?.id ?? null);
  return (
    <div className={classes.place}>
      <div className={classes.column}>
        <header className={classes.head}>
          <h1>{tray?.name ?? 'Tray'}</h1>
          {tray === null ? null : <p>{countOf(tray.items.length, 'passage')}</p>}
        </header>
        <TrayNames trays={trays} shown={tray} onShow={(trayId) => set({ trayId })} />
        {tray === null || tray.items.length === 0 ? <EmptyTray /> : <OpenTray tray={tray} state={state} set={set} />}
      </div>
    </div>
  );
}

interface OpenTrayProps {
  readonly tray: Tray;
  readonly state: TrayState;
  readonly set: (change: Partial<TrayState>) => void;
}

function OpenTray({ tray, state, set }: OpenTrayProps) {
  const { takeOut, order } = useTrays();
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const cited = useCitations(tray, state);
  const ids = tray.items.map(({ id }) => id);
  const move = (itemIds: readonly string[], id: string) => {
    if (itemIds.join() === ids.join()) return;
    setSaid(`Now number ${itemIds.indexOf(id) + 1} of ${itemIds.length}`);
    void order(tray, itemIds);
  };
  return (
    <>
      <div className={classes.tools}>
        <StyleFields state={state} onChange={set} />
        <TrayExports tray={tray} state={state} cited={cited.items} />
      </div>
      {cited.error === null ? null : (
        <p className={classes.problem} role="alert">
          The citations below are not in this style: {sentenceOf(cited.error)}
        </p>
      )}
      <ol className={classes.items} aria-label={`Passages in ${tray.name}`}>
        {cited.items.map(({ item, text }, index) => (
          <TrayItemRow
            key={item.id}
            item={item}
            citation={text}
            number={index + 1}
            total={ids.length}
            isDragged={dragged === item.id}
            onMove={(by) => move(movedBy(ids, item.id, by), item.id)}
            onTakeOut={() => void takeOut(tray, item)}
            onDragStart={() => setDragged(item.id)}
            onDragEnd={() => setDragged(null)}
            onDropHere={() => {
              if (dragged !== null) move(movedTo(ids, dragged, index), dragged);
              setDragged(null);
            }}
          />
        ))}
      </ol>
      <output className="pc-visually-hidden">{said}</output>
    </>
  );
}

/** The items with their citations in the chosen style; until those are here, with the ones they came with. */
function useCitations(tray: Tray, { style, form }: TrayState): { items: readonly CitedItem[]; error: Error | null } {
  const asked = useMemo<Citable[]>(
    () =>
      tray.items.map(({ documentId, spans, passageId }) =>
        passageId === null ? { documentId, spans } : { passageId },
      ),
    [tray.items],
  );
  const { data, error } = useQuery({
    queryKey: [...keys.trays, 'citations', asked, style, form],
    queryFn: ({ signal }) => call('citations', { body: { items: asked, style, form }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = tray.items.map((item, index): CitedItem => {
    const cited = data?.[index];
    return { item, text: cited?.text ?? item.citation[form], html: cited?.html ?? null };
  });
  return { items, error };
}

function EmptyTray() {
  return (
    <section className={classes.empty}>
      <h2>Nothing collected here yet</h2>
      <p>
        In the <Link to="/">search</Link> or in a filing, press <kbd>a</kbd> on a passage, or its bookmark, and it lies
        here with its citation. Selected text of a filing can be collected too.
      </p>
    </section>
  );
}
