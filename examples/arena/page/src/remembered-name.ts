const KEY = 'arena-name';
const FIRST_PARTS = ['Swift', 'Lucky', 'Quiet', 'Brave', 'Merry', 'Clever'];
const SECOND_PARTS = ['Otter', 'Falcon', 'Badger', 'Comet', 'Maple', 'Fox'];

/** The name used here last, else one to begin with. */
export function rememberedName(): string {
  try {
    return localStorage.getItem(KEY) ?? inventedName();
  } catch {
    return inventedName(); // no storage in this browser
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // then it is asked for again
  }
}

function inventedName(): string {
  return `${anyOf(FIRST_PARTS)} ${anyOf(SECOND_PARTS)}`;
}

function anyOf(words: readonly string[]): string {
  return words[Math.floor(Math.random() * words.length)] ?? '';
}
