// Which part may import which (docs: ARCHITECTURE.md). Tests may use more than the code beside them.
const TEST = '\\.test\\.ts$';
const SERVERS = '^(gateway|lobby-server|game-server)/';

/** Code of `from` may import nothing of the workspace but `to`. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: {
    path: '^(shared|gateway|lobby-server|game-server|client|testing|load-test|monitor|examples|scripts|tests)/',
    pathNot: to,
  },
});

/** Neither Node's own modules nor packages that need them. */
const browserSafe = (name, from, fromNot) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: [TEST, ...fromNot] },
  to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'node_modules/protobufjs/' },
});

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: { pathNot: '^shared/gen/' }, to: { couldNotResolve: true } },
    only('protocol-is-lowest', '^shared/src/protocol/', '^shared/(src/protocol|gen)/'),
    only('runtime-on-protocol', '^shared/src/runtime/', '^shared/src/(protocol|runtime)/'),
    only('cluster-on-runtime', '^shared/src/cluster/', '^shared/(src/(protocol|runtime|cluster)|gen)/'),
    only('transport-on-runtime', '^shared/src/transport/', '^shared/(src/(protocol|runtime|transport)|gen)/'),
    only('client-on-protocol', '^client/', '^(client|shared/(src/protocol|gen))/'),
    only('servers-on-shared', SERVERS, '^($1|shared)/'),
    only('testing-on-rooms', '^testing/', '^(testing/|shared/|game-server/src/(public|standalone-room)\\.ts)'),
    only('monitor-on-shared', '^monitor/', '^(monitor|shared)/'),
    only(
      'load-test-on-client',
      '^load-test/src/(?!compare/|chaos/)',
      '^(load-test|client|shared|examples/[^/]+/src/messages)',
    ),
    only(
      'chaos-on-scripts',
      '^load-test/src/chaos/',
      '^(load-test|client/src/public|game-server/src/public|shared|scripts)',
    ),
    only('compare-on-scripts', '^load-test/src/compare/', '^(load-test|shared|scripts)/'),
    only(
      'examples-on-public',
      '^examples/([^/]+)/',
      '^(examples/$1/|client/(src/public|debug-panel/debug-panel)\\.ts|game-server/src/public\\.ts)',
    ),
    browserSafe('protocol-in-browsers', '^shared/src/protocol/', []),
    browserSafe('client-in-browsers', '^client/', ['-node\\.ts$']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.d.ts'],
    },
  },
};
