/** Middle value of a series. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

export interface Series {
  name: string
  unit: string
  median: number
  min: number
  max: number
  runs: number
}

export function series(name: string, unit: string, values: number[]): Series {
  const round = (value: number): number => Math.round(value * 100) / 100
  const [min, max] = [round(Math.min(...values)), round(Math.max(...values))]
  return { name, unit, median: round(median(values)), min, max, runs: values.length }
}
