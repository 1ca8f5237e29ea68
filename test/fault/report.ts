import type { Cell, Matrix, Row } from './cells.ts'
import { disturbances } from './disturbances.ts'

export interface Count {
  cells: number
  lost: number
  doubled: number
  wronglyAccepted: number
  /** One line for each cell that is not as it should be. */
  problems: string[]
}

export function count(matrices: Matrix[]): Count {
  const all = matrices.flatMap(({ operation, requests, kills }) => [
    ...flat(operation.name, requests),
    ...flat(operation.name, kills),
  ])
  return {
    cells: all.length,
    lost: all.filter(({ cell }) => cell.lost !== undefined).length,
    doubled: all.filter(({ cell }) => cell.doubled).length,
    wronglyAccepted: all.filter(({ cell }) => cell.wronglyAccepted).length,
    problems: all.flatMap(({ where, cell }) => {
      const what = problemsOf(cell)
      return what.length > 0 ? `${where}: ${what.join(', ')}` : []
    }),
  }
}

const flat = (operation: string, rows: Row[]): { where: string; cell: Cell }[] =>
  rows.flatMap(({ name, cells, columns = disturbances.map((one) => one.name) }) =>
    cells.map((cell, at) => ({ where: `${operation} | ${name} | ${columns[at]}`, cell })),
  )

const problemsOf = ({ lost, doubled, wronglyAccepted }: Cell): string[] => [
  ...(lost === undefined ? [] : [`lost ${lost}`]),
  ...(doubled ? ['doubled'] : []),
  ...(wronglyAccepted ? ['wrongly accepted'] : []),
]

const legend = `. done all the same   a goes on by alarm   r explained, the next try works   i explained, then accepted in the inbox
s/S signed in again first (S: done before)   L lost   D doubled   W wrongly accepted
< the server has not acted   > it has, only its answer suffers`

const width = 44

/** The matrix for people: requests down, disturbances across; below them the deaths of the worker, step by step. */
export function print(matrices: Matrix[]): string {
  const head = `${' '.repeat(width)}${disturbances.map(({ name }) => name.padEnd(6)).join('')}`
  const tables = matrices.map(({ operation, requests, kills }) => {
    const rows = requests.map(
      ({ name, cells }) => name.padEnd(width) + cells.map((cell) => sign(cell).padEnd(6)).join(''),
    )
    const deaths = kills.map(({ name, cells }) => `${name.padEnd(width)}${cells.map(sign).join('')}`)
    return [`\n${operation.name}`, head, ...rows, ...deaths].join('\n')
  })
  return [legend, ...tables].join('\n')
}

const sign = ({ mark, lost, doubled, wronglyAccepted }: Cell): string =>
  wronglyAccepted ? 'W' : doubled ? 'D' : lost === undefined ? mark : 'L'
