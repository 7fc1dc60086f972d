import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Packages that ship one binary per platform as an optional dependency. */
const NATIVE = [
  '@biomejs/biome',
  '@swc/core',
  'esbuild',
  'lightningcss',
  'oxc-parser',
  'oxc-resolver',
  'rolldown',
  'typescript',
];

/** As npm looks for it: beside the package that asks, then further out. */
function lockedFor(asking: string, name: string): LockedPackage | undefined {
  for (let place = asking; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[`${place}${place === '' ? '' : '/'}node_modules/${name}`];
    if (found || !place.includes('/node_modules/')) return found ?? lock.packages[`node_modules/${name}`];
  }
}

function missingPlatforms(path: string): string[] {
  const wanted = Object.entries(lock.packages[path]?.optionalDependencies ?? {});
  return wanted.flatMap(([name, version]) => {
    const found = lockedFor(path, name);
    const fits = found?.version === version || !/^\d/.test(version);
    return found?.integrity && fits ? [] : [`${path} asks for ${name}@${version}`];
  });
}

describe('the lock file', () => {
  it.each(NATIVE)('has every platform of %s', (name) => {
    const path = `node_modules/${name}`;
    expect(Object.keys(lock.packages[path]?.optionalDependencies ?? {}).length, 'platforms').toBeGreaterThan(5);
    expect(missingPlatforms(path), 'a version is out for which these were not published: take an older one').toEqual(
      [],
    );
  });

  it('has every platform of any other native package', () => {
    const native = Object.entries(lock.packages).filter(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).some((name) => lockedFor(path, name)?.os),
    );
    expect(native.length).toBeGreaterThanOrEqual(NATIVE.length);
    expect(native.flatMap(([path]) => missingPlatforms(path))).toEqual([]);
  });

  it('sends nobody to a registry of our own', () => {
    const addresses = Object.values(lock.packages).flatMap(({ resolved }) => resolved ?? []);
    expect(addresses.filter((address) => !address.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });
});
