// Loaded before a server: on SIGUSR2 it collects its garbage and says, as a line of its log, what it still holds.
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
process.on('SIGUSR2', () => {
  session.post('HeapProfiler.collectGarbage', () => {
    const resources = process.getActiveResourcesInfo();
    const count = kind => resources.filter(resource => resource === kind).length;
    const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage();
    const sockets = count('TCPSocketWrap');
    const line = { level: 'info', time: Date.now(), event: 'test.report', timers: count('Timeout'), sockets };
    process.stdout.write(`${JSON.stringify({ ...line, rssBytes, heapBytes })}\n`);
  });
});
