/** A browser in a system without a language says `en-US@posix`; uPlot takes that as it is and fails. Call before it is loaded. */
export function makeLanguageKnown(): void {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
  }
}
