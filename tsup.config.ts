import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: { index: 'src/index.ts', core: 'src/core.ts', sync: 'src/sync.ts' },
    format: ['esm', 'cjs'],
    // A package must not carry what an earlier build left; the other build writes to cli.
    clean: ['!cli/**'],
    dts: true,
    treeshake: true,
    target: 'es2022',
    esbuildOptions(options) {
      options.charset = 'utf8'
    },
    // Inlined: the first two are ESM-only, and the CommonJS build must be requirable on Node 20; zod as a whole takes three
    // times as long to load as what is used of it.
    noExternal: ['@noble/hashes', 'csv-parse', 'zod'],
  },
  {
    // The command line uses the package as a stranger would: through what index exports.
    entry: { 'cli/main': 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    external: ['../index.js', '../sync.js'],
  },
])
