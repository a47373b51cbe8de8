import './styles/theme.css';
import './styles/parts.css';
import './styles/screens.css';
import './styles/arena.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { ArenaSession } from './arena-session.ts';
import { isForWriting } from './game/keyboard.ts';
import { readInvitation } from './invitation.ts';

// Whoever serves this page says where its gateways are.
const response = await fetch('./gateways.json');
const session = new ArenaSession(await response.json());
const invitation = readInvitation(location.hash);

addEventListener('pagehide', () => session.abandon());
if (new URLSearchParams(location.search).has('debug')) session.debug.toggle();
addEventListener('keydown', event => {
  if (event.code === 'Backquote' && !isForWriting(event.target)) session.debug.toggle();
});
const page = document.getElementById('page');
if (page !== null) render(<App session={session} invitation={invitation} />, page);
