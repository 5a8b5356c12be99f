import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    root: new URL('..', import.meta.url).pathname,
    // A test that hangs ends; one that is slow because the machine is busy does not fail.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // By default one core is left idle, which on two is half.
    maxWorkers: '100%',
    coverage: { include: ['src/**'] },
  },
})
