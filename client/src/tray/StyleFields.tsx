// How the citations of the tray are written: form, family, page numbers, lines.
import type { TrayState } from '../url/tray-state.ts';
import classes from './tray.module.css';

export interface StyleFieldsProps {
  readonly state: TrayState;
  readonly onChange: (change: Partial<TrayState>) => void;
}

export function StyleFields({ state, onChange }: StyleFieldsProps) {
  const { style, form } = state;
  const change = (part: Partial<TrayState['style']>) => onChange({ style: { ...style, ...part } });
  return (
    <fieldset className={classes.style}>
      <legend>Citations</legend>
      <Choice
        label="Form"
        value={form}
        options={[
          ['full', 'Full'],
          ['short', 'Short'],
        ]}
        onChoose={(value) => onChange({ form: value })}
      />
      <Choice
        label="For"
        value={style.family}
        options={[
          ['record', 'a paper in the case'],
          ['outside', 'a paper elsewhere'],
        ]}
        onChoose={(family) => change({ family })}
      />
      <Choice
        label="Pages"
        value={style.pageBasis}
        options={[
          ['printed', 'as printed'],
          ['ecf', 'of the ECF stamp'],
          ['bates', 'Bates'],
        ]}
        onChoose={(pageBasis) => change({ pageBasis })}
      />
      <Choice
        label="Docket"
        value={style.docketWord}
        options={[
          ['ECF No.', 'ECF No.'],
          ['Dkt.', 'Dkt.'],
        ]}
        onChoose={(docketWord) => change({ docketWord })}
      />
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={style.lines}
          onChange={(event) => change({ lines: event.currentTarget.checked })}
        />
        Lines
      </label>
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <label className={classes.choice}>
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
