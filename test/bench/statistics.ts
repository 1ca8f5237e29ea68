/** Middle value of a series. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** One line of the table. What is counted instead of measured has one run. */
export interface Series {
  name: string
  unit: string
  median: number
  min: number
  max: number
  runs: number
  /** What it should be; nothing fails when it is not. */
  goal?: string
}

export function series(name: string, unit: string, values: number[], goal?: string): Series {
  const [min, max] = [round(Math.min(...values)), round(Math.max(...values))]
  const aim = goal === undefined ? {} : { goal }
  return { name, unit, median: round(median(values)), min, max, runs: values.length, ...aim }
}

/** Something that is the same every time. */
export const count = (name: string, unit: string, value: number, goal?: string): Series =>
  series(name, unit, [value], goal)

/** Each value against its baseline of the same run. */
export const ratios = (values: number[], baseline: number[]): number[] =>
  values.map((value, index) => value / (baseline[index] ?? Number.NaN))

export const differences = (values: number[], baseline: number[]): number[] =>
  values.map((value, index) => value - (baseline[index] ?? Number.NaN))

/** The `k` of `time ~ size^k`, by least squares over logarithms: 1 is linear, 2 quadratic. */
export function growthExponent(points: { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const)
  const mean = (pick: 0 | 1): number => logs.reduce((sum, log) => sum + log[pick], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0)
  return covariance / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
}

/** Two digits behind the point, four in small numbers. */
function round(value: number): number {
  const factor = Math.abs(value) < 0.1 ? 10_000 : 100
  return Math.round(value * factor) / factor
}
