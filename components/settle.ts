import { failure } from '../lib/domain/failure.ts'
import { failed, type Result } from '../lib/domain/result.ts'

/** A call whose background died before it answered becomes an ordinary failure: the user may press again. */
export const settle = <T>(call: Promise<Result<T>>): Promise<Result<T>> =>
  call.catch(() => failed(failure('job-interrupted')))
