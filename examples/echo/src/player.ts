import { connect } from '@gatehouse/client';
import { messages } from './messages.ts';

const client = await connect({ urls: ['ws://127.0.0.1:7400', 'ws://127.0.0.1:7410'], guestName: 'Ann' });
const room = await client.joinOrCreate('echo', { messages });

room.on('say', text => console.log(`somebody says: ${new TextDecoder().decode(text)}`));
room.send('say', new TextEncoder().encode('hello'));
