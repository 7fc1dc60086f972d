/** `npm start`. Plain JavaScript in words that any Node understands, so that an old one can say that it is too old. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const recent = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!recent) {
  console.error(`Say-Do needs Node 20.19 or newer (of the 22 line, 22.12 or newer); this is ${process.versions.node}.`);
  console.error('Install a newer one from https://nodejs.org and run npm ci again.');
  process.exitCode = 1;
} else {
  import('tsx/esm/api').then(
    ({ register }) => {
      register();
      return import('../src/server/start.ts');
    },
    () => {
      console.error('The packages are not installed. Run npm ci first.');
      process.exitCode = 1;
    },
  );
}
