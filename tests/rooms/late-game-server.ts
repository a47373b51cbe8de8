// A game server that has loaded everything and registers as soon as it gets SIGUSR2.
import { startGameServer } from '@gatehouse/game-server';
import { Pulse } from './pulse.ts';

process.once('SIGUSR2', () => {
  process.off('disconnect', orphaned);
  void startGameServer({ rooms: { pulse: Pulse } });
});
process.once('disconnect', orphaned); // keeps it alive, as long as its parent is
console.log(JSON.stringify({ level: 'info', event: 'test.loaded' }));

function orphaned(): void {
  process.exit(1);
}
