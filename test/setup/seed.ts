import { configureGlobal } from 'fast-check'

/**
 * The same random cases on every run, so that a commit is judged by what it changes. `FUZZ_SEED=<number>` looks at
 * others: any number is a new set of cases.
 */
configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_121) })
