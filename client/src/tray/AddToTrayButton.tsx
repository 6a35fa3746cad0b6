// Puts a passage or a selection into the tray that collects, or takes it out again; the first press makes a first tray.
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import classes from '../tagging/tag-menu.module.css';
import { firstTrayName, itemOf } from './current-tray.ts';
import { useTrays, type Collectable } from './use-trays.tsx';

export interface AddToTrayButtonProps {
  readonly place: Collectable;
  readonly withLabel?: boolean;
}

export function AddToTrayButton({ place, withLabel = false }: AddToTrayButtonProps) {
  const { current, collect, takeOut } = useTrays();
  const item = itemOf(current, place);
  const Icon = item === null ? IconBookmark : IconBookmarkFilled;
  const name = current?.name ?? firstTrayName;
  const words = item === null ? `Collect in “${name}”` : `Take out of “${name}”`;
  return (
    <button
      type="button"
      className={classes.button}
      data-on={item !== null || undefined}
      aria-pressed={item !== null}
      aria-label={`Collected in “${name}”`}
      title={`${words} (a)`}
      onClick={() => void (item === null || current === null ? collect(place) : takeOut(current, item))}
    >
      <Icon size={17} stroke={1.7} aria-hidden />
      {withLabel ? <span>Collect</span> : null}
    </button>
  );
}
