import { commandId, ID_LETTERS } from './command-id.ts';

/** 40 bits: with a million rooms open and ten tries a minute, a hit takes two months of guessing. */
const LENGTH = 8;
const MISREAD: Readonly<Record<string, string>> = { i: '1', l: '1', o: '0' };

/** The code that this command makes; `attempt` counts those that another room had already. */
export function newInviteCode(command: { sessionId: string; seq: number }, attempt: number): string {
  return commandId(`invite ${attempt}`, command, LENGTH);
}

/** As a person typed it: capitals, spaces, dashes and letters that look like digits do not matter. Undefined: no code. */
export function readInviteCode(text: string): string | undefined {
  const code = text
    .slice(0, 4 * LENGTH)
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[ilo]/g, letter => MISREAD[letter] ?? letter);
  const isCode = code.length === LENGTH && [...code].every(letter => ID_LETTERS.includes(letter));
  return isCode ? code : undefined;
}
