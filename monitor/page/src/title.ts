const MAX_COUNT = 9;

/** Title and icon of the tab say how many are down. `isStale`: as far as the page knows. */
export function showInTab(down: number, isStale: boolean): void {
  const count = down === 0 ? '' : `(${down} down) `;
  document.title = `${isStale ? '? ' : ''}${count}Gatehouse monitor`;
  const icon = down === 0 ? 'favicon.svg' : `favicon-down-${down > MAX_COUNT ? 'many' : down}.svg`;
  const link = document.querySelector('link[rel="icon"]');
  if (link?.getAttribute('href') !== `./${icon}`) link?.setAttribute('href', `./${icon}`);
}
