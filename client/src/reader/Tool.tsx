// A button of the toolbar that is an icon: its name for those who hear it, its title for those who point at it.
import classes from './toolbar.module.css';

export interface ToolProps {
  readonly label: string;
  /** With the key that does the same. */
  readonly title?: string;
  readonly disabled?: boolean;
  /** For a toggle: whether it is on. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

export function Tool({ label, title = label, disabled = false, isOn, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className={classes.icon}
      aria-label={label}
      title={title}
      disabled={disabled}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
