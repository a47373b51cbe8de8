// The game server of `npm start` and of the tests: both examples in one process.
import { Arena } from '@gatehouse/example-arena/room';
import { Echo } from '@gatehouse/example-echo/room';
import { startGameServer } from '@gatehouse/game-server';

await startGameServer({ rooms: { echo: Echo, arena: Arena } });
