// The game server of the tests of the lobby.
import { startGameServer } from '@gatehouse/game-server';
import { Table } from './table.ts';

await startGameServer({ rooms: { table: Table } });
