/**
 * Finds a Chromium for tests, so that `npm ci && npm test` works on a machine where nobody prepared one.
 * Order: CHROME_BIN, Playwright's own, the system's Chrome, Edge or Chromium, the one in @sparticuz/chromium (Linux x64).
 * SAYDO_TEST_BROWSER=playwright|system|sparticuz asks for that one only.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

/** What Playwright's `launch` needs to be told. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env?: Record<string, string>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

type Source = 'CHROME_BIN' | 'playwright' | 'system' | 'sparticuz';

/** `saydo.test` is a host name that is not localhost: a page from there is not a secure context, as on a local network. */
export const LAN_HOST = 'saydo.test';

const ARGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`,
];

const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];

const FINDERS: Record<Source, () => FoundBrowser | undefined> = {
  CHROME_BIN: () => launchable(process.env.CHROME_BIN),
  playwright: () => launchable(chromium.executablePath()),
  system: () => launchable(systemPaths().find((path) => existsSync(path))),
  sparticuz: () => fromSparticuz(),
};

/** @throws when there is none, with the way out. */
export function findBrowser(): FoundBrowser {
  const only = process.env.SAYDO_TEST_BROWSER;
  if (only && !(only in FINDERS)) throw new Error(`SAYDO_TEST_BROWSER=${only}: known are ${Object.keys(FINDERS)}`);
  const given = process.env.CHROME_BIN;
  if (given && !only && !existsSync(given)) throw new Error(`CHROME_BIN=${given}: there is no such file`);
  for (const [source, find] of Object.entries(FINDERS)) {
    const found = !only || only === source ? find() : undefined;
    if (found) return found;
  }
  throw new Error(
    'No browser for the tests. Install Chrome, Edge or Chromium; or run `npx playwright install chromium`; or set ' +
      'CHROME_BIN to the path of one. On Linux x64 `npm ci` without --omit=optional brings one along.',
  );
}

function launchable(executablePath: string | undefined): FoundBrowser | undefined {
  return executablePath && existsSync(executablePath) ? { executablePath, args: ARGS } : undefined;
}

function systemPaths(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Unpacks the browser once, beside the package it came in, and moves it into place when it is whole. */
function fromSparticuz(): FoundBrowser | undefined {
  const packed = join(root, 'node_modules/@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return undefined;
  const folder = join(root, 'node_modules/.cache/say-do-chromium');
  if (!existsSync(folder)) unpackInto(folder);
  const args = [...ARGS, '--font-render-hinting=none'];
  return { executablePath: join(folder, 'chromium'), args, env: environmentIn(folder) };
}

/**
 * The package unpacks into the temporary folder, and its libraries only where it believes to be in the cloud; so it runs
 * in a process of its own that is told both.
 */
function unpackInto(folder: string): void {
  const partial = `${folder}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  writeFileSync(
    join(partial, 'fonts', 'fonts.conf'),
    `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  if (existsSync(folder)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
}

/** What the machine itself lacks: the NSS libraries, or every font. */
function environmentIn(folder: string): Record<string, string> {
  const env = { ...process.env } as Record<string, string>;
  const hasLibraries = LIBRARY_FOLDERS.some((path) => existsSync(join(path, 'libnss3.so')));
  const hasFonts = existsSync('/etc/fonts/fonts.conf');
  if (!hasLibraries)
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (!hasFonts) env.FONTCONFIG_FILE = join(folder, 'fonts', 'fonts.conf');
  return env;
}
