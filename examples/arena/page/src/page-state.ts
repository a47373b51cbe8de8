import type { LobbyListing, LobbyRoom } from '@gatehouse/client';
import type { Standing } from '@gatehouse/example-arena/messages';
import type { ArenaGame } from './game/arena-game.ts';

/** Which screen is shown, with what only that screen needs. */
export type Stage =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'hall' }
  | { readonly kind: 'room' }
  | { readonly kind: 'arena'; readonly game: ArenaGame };

/** `away`: the SDK tries again by itself. `waiting`: connected, but the game is not heard. `back`: for a moment after that. */
export type Connection =
  | { readonly kind: 'none' }
  | { readonly kind: 'online' }
  | { readonly kind: 'away'; readonly retryAtMs: number; readonly kept?: string }
  | { readonly kind: 'waiting'; readonly text: string }
  | { readonly kind: 'back'; readonly text: string };

export interface PageState {
  readonly stage: Stage;
  readonly connection: Connection;
  readonly userId: string;
  readonly name: string;
  /** What is being waited for, in words; empty: nothing. */
  readonly waitingFor: string;
  /** What went wrong last, until something else is done. */
  readonly problem: string;
  /** For those who hear the page: what has just happened. */
  readonly spoken: string;
  readonly listings: readonly LobbyListing[];
  /** Where this player is, also while its game is played. */
  readonly lobbyRoom: LobbyRoom | undefined;
  /** Of the round this lobby room has played last. */
  readonly result: readonly Standing[] | undefined;
}

export const FIRST_STATE: PageState = {
  stage: { kind: 'welcome' },
  connection: { kind: 'none' },
  userId: '',
  name: '',
  waitingFor: '',
  problem: '',
  spoken: '',
  listings: [],
  lobbyRoom: undefined,
  result: undefined,
};
