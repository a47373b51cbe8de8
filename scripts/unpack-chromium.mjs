// Unpacks the Chromium of @sparticuz/chromium, its libraries and fonts into TMPDIR, the only place it knows. A process
// of its own, because importing that package changes the environment of whoever does it.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
