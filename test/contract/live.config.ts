import { mergeConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

/** The contract against the servers named by LIVE_*: one after the other, and real servers take their time. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [] } },
  { test: { include: ['test/contract/live.ts'], testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false } },
)
