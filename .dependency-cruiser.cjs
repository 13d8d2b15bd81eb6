/** The layers of the engine: imports go one way. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: '^(domain|workflows|activities|persistence|notifications|temporal|worker|api|config|cli|scripts)/',
    pathNot: `^(${[from, ...allowed].join('|')})(/|\\.)`,
  },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      comment: 'The rules stand alone.',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    only('workflows', 'workflows', ['domain', 'activities/contract'], 'A workflow sees the rules and the contract of its activities.'),
    {
      name: 'workflows-packages',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/@temporalio/(workflow|common)' },
    },
    only('notifications', 'notifications', ['domain'], 'Mail knows notices, not cases.'),
    only('persistence', 'persistence', ['domain', 'activities/contract', 'config'], 'Storage holds no rule.'),
    only('activities', 'activities', ['domain', 'persistence', 'notifications'], 'Activities are given what they work with.'),
    only('temporal', 'temporal', ['domain', 'workflows/messages', 'persistence'], 'The way to cases in Temporal.'),
    only('config', 'config', [], 'Settings depend on nothing.'),
    only('api', 'api', ['domain', 'persistence', 'notifications', 'temporal', 'config', 'workflows/messages'], 'A thin edge.'),
    only(
      'cli',
      'cli/(?!ops/|verify/)',
      ['cli', 'domain', 'config', 'notifications/(texts|words)'],
      'The command line talks to the API; a profile is checked against the texts.',
    ),
    only('cli-ops', 'cli/(ops|verify)', ['cli', 'domain', 'persistence', 'temporal'], 'Operations work on the servers.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '(^|/)(dist|node_modules|\\.marm)/' },
  },
};
