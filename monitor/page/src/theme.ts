export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Read by public/theme.js too. */
const STORAGE_KEY = 'gatehouse-monitor.theme';

export function chosenTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** Shown at once, and kept for the next time where storage is allowed. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Then it is for this visit.
  }
  tellBrowser();
}

/** Keeps the colour of the browser's own frame that of the page. Returns how to stop. */
export function followSystemTheme(onChange: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const change = () => {
    tellBrowser();
    onChange();
  };
  const observer = new MutationObserver(onChange);
  query.addEventListener('change', change);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  tellBrowser();
  return () => {
    query.removeEventListener('change', change);
    observer.disconnect();
  };
}

function tellBrowser(): void {
  const color = getComputedStyle(document.body).backgroundColor;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', color);
}
