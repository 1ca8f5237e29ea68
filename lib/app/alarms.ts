/** What an alarm wakes the background for; the rest of its name says which one. */
export type AlarmKind = 'poll' | 'job' | 'answer' | 'deletion' | 'copy' | 'login'

export const alarmFor = (kind: AlarmKind, id = ''): string => `${kind}:${id}`

export function readAlarm(name: string): { kind: string; id: string } {
  const colon = name.indexOf(':')
  return { kind: name.slice(0, colon), id: name.slice(colon + 1) }
}
