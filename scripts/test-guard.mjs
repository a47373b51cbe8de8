// Loaded into every test process. When the test runner is gone, however it died, the test ends too; and when the runner
// asks why a finished test does not end, this says what is left open.
process.once('disconnect', () => process.exit(1));
process.once('message', () => console.error(`left open: ${process.getActiveResourcesInfo().join(', ')}`));
process.channel?.unref();
