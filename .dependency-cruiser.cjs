/**
 * Who may import whom. `npm run imports` reads this (scripts/imports.ts); running depcruise by hand does not work, because
 * its TypeScript 7 parser, swc, cannot read .tsx without help and does not tell `import type` from `import`.
 *
 * Rules are checked against every import, types included; rules whose name begins with `at-run-time/` are checked against
 * the imports that remain when the program runs, that is without `import type`.
 */

const CORE = ['core/kernel', 'core/model', 'core/friction', 'core/standins', 'core/engine'];
const VOCABULARY = ['core/kernel', 'core/model'];

/** A layer may import itself, what `uses` lists, and of `types` only `import type`. Lowest first. */
const LAYERS = [
  {
    name: 'core/kernel',
    uses: [],
    why: 'the kernel (time, chance, agenda, desks) knows no wargame word and could serve another simulator',
    wayOut: 'hand in what it needs as a parameter, or move the wargame part up into core/model',
  },
  {
    name: 'core/model',
    uses: ['core/kernel'],
    why: 'the model is vocabulary: everybody may import it only as long as it imports nobody',
    wayOut: 'behaviour belongs in core/friction, core/standins or core/engine, which import the model',
  },
  {
    name: 'core/friction',
    uses: VOCABULARY,
    why: 'a kind of friction is a machine and a work table; the engine runs it, it does not run the engine',
    wayOut: 'emit work and events; what two frictions share goes to core/model',
  },
  {
    name: 'core/standins',
    uses: VOCABULARY,
    why: 'a stand-in sees what the seat sees, a view, and nothing else',
    wayOut: 'put what it must know into the seat view (core/model), where a person would get it too',
  },
  {
    name: 'core/engine',
    uses: ['core/kernel', 'core/model', 'core/friction', 'core/standins'],
    why: 'core is pure: no files, words, screens or network below it',
    wayOut: 'emit a key with parameters and let words/ say it, or take the value as an argument',
  },
  {
    name: 'words',
    uses: ['core/kernel'],
    types: ['core/model'],
    why: 'catalogues and formats load in every place, on the first page too, so they bring no rules of the game along',
    wayOut: 'use `import type`; a rule that needs code belongs in core and hands words a key',
  },
  {
    name: 'files',
    uses: [...CORE, 'words'],
    why: 'reading and writing data knows nothing of who asked for it',
    wayOut: 'return the value or the problems found, and let the caller go on from there',
  },
  {
    name: 'orbits',
    uses: [...VOCABULARY, 'files'],
    why: 'access windows are computed ahead of play and are data from then on: only the command line may compute them',
    wayOut: 'write an access file, and read it through files/',
  },
  {
    name: 'study',
    uses: [...CORE, 'words', 'files'],
    why: 'a study is a pure function from arms and seeds to outcomes, wherever it runs',
    wayOut: 'take a runner as an argument; server, cli and client/link hand in one made by workers/',
  },
  {
    name: 'workers',
    uses: [...CORE, 'words', 'files', 'study'],
    why: 'the one door to worker threads and web workers knows what is to be run and not for whom',
    wayOut: 'pass results through the callback of the caller',
  },
  {
    name: 'exercise',
    uses: [...CORE, 'words', 'files', 'study'],
    why: 'a live exercise is transport-free: the same class runs in the browser and in a host',
    wayOut: 'take a port (send, journal, now) as an argument; server and client/link supply it',
  },
  {
    name: 'report',
    uses: [...CORE, 'words', 'files', 'study', 'exercise'],
    why: 'reports are made in the browser, on a host and from the command line alike',
    wayOut: 'return text, markup or bytes, and let server, cli or client deliver them',
  },
  {
    name: 'server',
    uses: [...CORE, 'words', 'files', 'study', 'workers', 'exercise', 'report'],
    why: 'a host serves whatever client is built; it does not contain it',
    wayOut: 'share through exercise/ or report/',
  },
  {
    name: 'cli',
    uses: [...CORE, 'words', 'files', 'orbits', 'study', 'workers', 'exercise', 'report', 'server'],
    why: 'commands are thin: parse, call, print',
    wayOut: 'what a screen needs as well belongs in report/, study/ or exercise/',
  },
  {
    name: 'client/link',
    uses: [...CORE, 'words', 'files', 'study', 'workers', 'exercise', 'report'],
    why: 'link is where screens meet the exercise, and it draws nothing',
    wayOut: 'turn it round: let the panel import the type from link and get the value as a prop',
  },
  {
    name: 'client/charts',
    uses: ['words'],
    types: [...VOCABULARY, 'client/link'],
    why: 'a chart draws the numbers it is given',
    wayOut: 'prepare the numbers in study/ or report/ and pass them through client/link',
  },
  {
    name: 'client/picture',
    uses: ['words'],
    types: [...VOCABULARY, 'client/link'],
    why: 'the picture shows a view and reports intentions; it must be able to be rebuilt from the next view at any moment',
    wayOut: 'put what it draws into the view; what it shares with a panel into core/model types or words/',
  },
  {
    name: 'client/panels',
    uses: ['words', 'client/charts'],
    types: [...VOCABULARY, 'client/link'],
    why: 'a panel shows views and sends intentions, so nothing a seat may not see can reach its code',
    wayOut: 'take the value or the function as a prop; client/link owns engine, exercise, study and files',
  },
  {
    name: 'client',
    folder: '^src/client/[^/]+$',
    uses: ['words', 'client/link', 'client/charts', 'client/picture', 'client/panels'],
    types: VOCABULARY,
    why: 'the entry only puts link, panels and picture together',
    wayOut: 'reach engine, exercise, study and files through client/link',
  },
];

const folderOf = (name) => LAYERS.find((layer) => layer.name === name).folder ?? `^src/${name}/`;

const layerRule = (prefix, allowed) => (layer) => ({
  name: `${prefix}${layer.name}`,
  severity: 'error',
  comment: `${layer.name} imports only: ${allowed(layer).join(', ') || 'itself'}, because ${layer.why}. Way out: ${layer.wayOut}.`,
  from: { path: folderOf(layer.name) },
  to: { path: '^src/', pathNot: [layer.name, ...allowed(layer)].map(folderOf).concat('^src/types/') },
});

/** Only these folders may import the package; the rest of src may not. */
const onlyIn = (name, packages, folders, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^src/', pathNot: folders },
  to: { path: packages },
});

const npm = (...names) => names.map((name) => `(^|node_modules/)${name}(/|$)`);

module.exports = {
  forbidden: [
    ...LAYERS.map(layerRule('layer/', (layer) => [...layer.uses, ...(layer.types ?? [])])),
    ...LAYERS.filter((layer) => layer.types).map(layerRule('at-run-time/layer/', (layer) => layer.uses)),
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that import each other cannot be understood, tested or moved one without the other. Way out: move what ' +
        'both need into a third file, or pass it as an argument.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'The file or package does not exist. Way out: relative imports carry their .ts or .tsx extension.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-tests-in-src',
      severity: 'error',
      comment: 'src must build without tests and scripts. Way out: move what src needs into src.',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'at-run-time/no-dev-packages',
      severity: 'error',
      comment:
        'A user who installs without development packages could not start. Way out: make it a dependency, or import only types.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      comment:
        'These folders run in the browser too, where Node does not exist. Way out: let server or cli read, and hand in the value.',
      from: { path: '^src/(core|words|study|exercise|client)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'at-run-time/no-engine-behind-a-screen',
      severity: 'error',
      comment:
        'Not even through a third file: what a panel or the picture can reach, it can show to a seat that may not see it. ' +
        'Way out: take it as a prop from client/link.',
      from: { path: '^src/client/(picture|panels|charts)/' },
      to: { path: '^src/(core/engine|core/friction|core/standins|exercise|study|files|workers)/', reachable: true },
    },
    onlyIn(
      'phaser-only-in-picture',
      npm('phaser'),
      ['^src/client/picture/'],
      'Phaser is 345 kB, cannot load in Node and stops when the tab hides. Way out: give the picture a view to show.',
    ),
    onlyIn(
      'plot-only-in-charts',
      npm('@observablehq/plot'),
      ['^src/client/charts/', '^src/report/'],
      'What a figure looks like is decided in one place. Way out: give client/charts the numbers.',
    ),
    onlyIn(
      'xstate-only-at-its-doors',
      npm('xstate'),
      ['^src/core/friction/tabulate\\.ts$', '^src/core/friction/[^/]+\\.machine\\.ts$', '^src/exercise/'],
      'Machines are shape and the engine runs their tables, a thousand times as fast. Way out: export the table from ' +
        'core/friction/tabulate.ts.',
    ),
    onlyIn(
      'threads-only-in-workers',
      ['^(node:)?worker_threads$'],
      ['^src/workers/'],
      'Starting a worker differs between Node, tsx, vitest, Vite and the browser; one folder knows how. Way out: ask workers/.',
    ),
    onlyIn(
      'fastify-only-in-server',
      npm('fastify', '@fastify/[^/]+'),
      ['^src/server/'],
      'One place opens ports and sets headers. Way out: call src/server.',
    ),
    onlyIn(
      'rooms-open-in-server-only',
      npm('socket\\.io', 'libsql'),
      ['^src/server/'],
      'One place takes connections and keeps the journal, and solo play needs neither. Way out: call src/server.',
    ),
    onlyIn(
      'sockets-only-in-link',
      npm('socket\\.io-client'),
      ['^src/client/link/'],
      'Link is where screens meet a host. Way out: take the view and the function as props.',
    ),
    {
      name: 'at-run-time/no-engine-in-a-room',
      severity: 'error',
      comment:
        'A device in a room is given views; whatever its page could reach, whoever holds it could read. Way out: let the host compute ' +
        'it and put it into the view of those who may see it.',
      from: { path: '^src/client/room\\.tsx$' },
      to: { path: '^src/(core/engine|core/friction|core/standins|exercise|study|files|workers)/', reachable: true },
    },
    onlyIn(
      'satellites-only-in-orbits',
      npm('satellite\\.js'),
      ['^src/orbits/'],
      'No sine or cosine decides anything while an exercise runs: browsers differ in the last digit. Way out: compute windows ahead, ' +
        'with `saydo access`.',
    ),
    onlyIn(
      'yaml-only-in-files',
      npm('yaml'),
      ['^src/files/'],
      'Positions and schema errors stay together, so that an author always gets file, line and path. Way out: read through files/.',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'default', 'types', 'require', 'node'],
    },
  },
};
