import type { Mover, Standing } from '@gatehouse/example-arena/messages';
import { moverColour } from '../game/palette.ts';

export interface StandingsListProps {
  readonly standings: readonly Standing[];
  readonly userId: string;
  /** For the dots of those who are in the arena. */
  readonly movers?: ReadonlyMap<string, Mover>;
}

export function StandingsList({ standings, userId, movers }: StandingsListProps) {
  return (
    <ol class="standings">
      {standings.map(({ id, name, score }) => {
        const mover = movers?.get(id);
        return (
          <li key={id} class={id === userId ? 'own' : ''}>
            {mover !== undefined && <i class="dot" style={{ background: moverColour(mover.colour) }} />}
            <span class="name">{name}</span>
            {mover?.isBot && <span class="tag">bot</span>}
            <b>{score}</b>
          </li>
        );
      })}
    </ol>
  );
}
