import protobuf from 'protobufjs/minimal.js';

// Every u64 of ours stays below 2^53 (DESIGN: epochs), so plain numbers serve and no `Long` object is made.
// Must run before the generated code is loaded: it decides at load time.
protobuf.util.Long = undefined as never;
protobuf.configure();
