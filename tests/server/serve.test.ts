import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../src/server/serve.ts';
import { serve } from '../../src/server/serve.ts';

const directory = mkdtempSync(join(tmpdir(), 'say-do-serve-'));
let served: Served;

beforeAll(async () => {
  mkdirSync(join(directory, 'app'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Say-Do</title>');
  writeFileSync(join(directory, 'app', 'index-abc.js'), '1;');
  writeFileSync(join(directory, '.sources'), 'a digest');
  served = await serve({ directory, host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await served.close();
  rmSync(directory, { recursive: true });
});

const get = (path: string) => fetch(served.url + path);

describe('the server of the client', () => {
  it('serves the page afresh, and what carries a digest in its name for good', async () => {
    const page = await get('/');
    expect(await page.text()).toContain('<title>Say-Do</title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/app/index-abc.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('lets a page reach no other host, and works on plain http', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toMatch(/https?:|\*|upgrade-insecure-requests|unsafe-eval/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
  });

  it.each(['/nothing/here', '/.sources', '/%2e%2e/package.json'])('has nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  it('says which address is taken', async () => {
    const port = Number(new URL(served.url).port);
    await expect(serve({ directory, host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
