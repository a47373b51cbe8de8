// Loaded before a server: on SIGUSR2 it collects its garbage, so that memory in use is what it still needs.
import { Session } from 'node:inspector';

// As the memory tab of developer tools does: `gc()` leaves code and caches that nothing needs any more.
const session = new Session();
session.connect();
process.on('SIGUSR2', () => session.post('HeapProfiler.collectGarbage'));
