import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What the browser itself checks and offers. */
interface InputAttributes {
  readonly type?: 'text' | 'password' | 'number' | 'search';
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | 'any';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
}

export interface FieldProps extends InputAttributes {
  readonly label: string;
  readonly hint?: string;
  /** Offered while one writes. */
  readonly suggestions?: readonly string[];
  readonly text: string;
  onText(text: string): void;
}

/** A line of text with its label. */
export function Field({ label, hint, suggestions, text, onText, ...input }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...(input as Record<string, unknown>)}
        id={id}
        value={text}
        list={suggestions === undefined ? undefined : `${id}-list`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={event => onText(event.currentTarget.value)}
      />
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map(each => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: NoInfer<T>, text: string])[];
  readonly onChoose: (value: NoInfer<T>) => void;
  readonly disabled?: boolean;
}

export function Choice<T extends string>({ label, value, choices, onChoose, disabled = false }: ChoiceProps<T>) {
  const id = useId();
  const choose = (text: string) => {
    const found = choices.find(([each]) => each === text);
    if (found !== undefined) onChoose(found[0]);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} disabled={disabled} onChange={event => choose(event.currentTarget.value)}>
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface SwitchProps {
  /** What is on or off. */
  readonly label: string;
  readonly isOn: boolean;
  onSwitch(isOn: boolean): void;
  readonly children?: ComponentChildren;
}

/** On and off, said in a word beside the switch too. */
export function Switch({ label, isOn, onSwitch, children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={isOn}
      aria-label={label}
      title={label}
      onClick={() => onSwitch(!isOn)}
    >
      <span class="switch-track" aria-hidden="true">
        <span class="switch-knob" />
      </span>
      {children ?? (isOn ? 'on' : 'off')}
    </button>
  );
}
