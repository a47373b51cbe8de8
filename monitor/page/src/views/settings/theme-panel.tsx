import { useState } from 'preact/hooks';
import { chooseTheme, chosenTheme, THEMES, type Theme } from '../../theme.ts';

const NAMES: Readonly<Record<Theme, string>> = { auto: 'As the system', light: 'Light', dark: 'Dark' };

/** Of this browser only. */
export function ThemePanel() {
  const [theme, setTheme] = useState(chosenTheme());
  const choose = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <section class="panel form" aria-label="Appearance">
      <h2>Appearance</h2>
      <fieldset class="segments" aria-label="Theme">
        {THEMES.map(each => (
          <button key={each} type="button" aria-pressed={each === theme} onClick={() => choose(each)}>
            {NAMES[each]}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
