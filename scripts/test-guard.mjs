// Loaded into every test process: when the test runner is gone, however it died, the test ends too.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
