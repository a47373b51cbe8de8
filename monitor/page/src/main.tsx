import './styles/theme.css';
import './styles/parts.css';
import './styles/controls.css';
import './styles/standing.css';
import './styles/shell.css';
import './styles/summary.css';
import './styles/targets.css';
import './styles/views.css';
import './styles/cards.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { Session } from './session.ts';

const session = new Session();
const page = document.getElementById('page');
if (page !== null) render(<App session={session} />, page);
void session.begin();
