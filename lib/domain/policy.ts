import { parseServerAddress } from './server-address.ts'
import { defaultSettings, isPollMinutes, type Settings } from './settings.ts'

/** What an organisation's administrator has set. Its shape is `public/managed-schema.json`. */
export interface Policy {
  /** The organisation's cloud, offered when connecting. */
  homeAddress?: string
  /** No other cloud may be connected. */
  homeAddressLocked?: boolean
  notifications?: boolean
  pollMinutes?: number
  inPageButton?: boolean
  hideWelcome?: boolean
  disablePasting?: boolean
  disableContextMenu?: boolean
  /** Hosts that may be connected, as `cloud.example.org`, `cloud.example.org:8443` or `*.example.org`. */
  allowedHosts?: string[]
}

export interface PolicyProblem {
  key: string
  problem: 'unknown' | 'invalid'
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const hostShape = /^(?:\*\.)?[a-z0-9\u0080-\uffff-]+(?:\.[a-z0-9\u0080-\uffff-]+)*(?::\d{1,5})?$/i

const valid: Record<keyof Policy, (value: unknown) => boolean> = {
  homeAddress: (value) => typeof value === 'string' && parseServerAddress(value).ok,
  homeAddressLocked: isBoolean,
  notifications: isBoolean,
  pollMinutes: isPollMinutes,
  inPageButton: isBoolean,
  hideWelcome: isBoolean,
  disablePasting: isBoolean,
  disableContextMenu: isBoolean,
  allowedHosts: (value) =>
    Array.isArray(value) && value.every((host) => typeof host === 'string' && hostShape.test(host)),
}

export const policyKeys = Object.keys(valid) as (keyof Policy)[]

/** Reads what the browser hands out. Firefox checks nothing, so each key is judged by itself: the valid ones apply. */
export function readPolicy(values: unknown): { policy: Policy; problems: PolicyProblem[] } {
  if (typeof values !== 'object' || values === null) return { policy: {}, problems: [] }
  const problems: PolicyProblem[] = []
  const applied = Object.entries(values).filter(([key, value]) => {
    const isKnown = Object.hasOwn(valid, key)
    const isValid = isKnown && valid[key as keyof Policy](value)
    if (!isValid) problems.push({ key: key.slice(0, 40), problem: isKnown ? 'invalid' : 'unknown' })
    return isValid
  })
  return { policy: Object.fromEntries(applied), problems }
}

/** What an administrator's key says about a setting; undefined leaves it to the user. */
const dictated: Partial<Record<keyof Settings, (policy: Policy) => Settings[keyof Settings] | undefined>> = {
  notifications: ({ notifications }) => notifications,
  pollMinutes: ({ pollMinutes }) => pollMinutes,
  inPageButton: ({ inPageButton }) => inPageButton,
  contextMenu: ({ disableContextMenu }) => (disableContextMenu ? false : undefined),
  pasteBox: ({ disablePasting }) => (disablePasting ? false : undefined),
  omnibox: ({ disablePasting }) => (disablePasting ? false : undefined),
}

/** The settings in force, and which of them the user cannot change. */
export function settingsInForce(
  chosen: Partial<Settings>,
  policy: Policy,
): { settings: Settings; locked: (keyof Settings)[] } {
  const byPolicy = Object.entries(dictated).flatMap(([key, rule]) => {
    const value = rule(policy)
    return value === undefined ? [] : [[key as keyof Settings, value] as const]
  })
  return {
    settings: { ...defaultSettings, ...chosen, ...Object.fromEntries(byPolicy) },
    locked: byPolicy.map(([key]) => key),
  }
}

/**
 * Whether nobody is welcomed after the installation: where administrators have said so, or have chosen the home
 * themselves, people are told by their organisation.
 */
export const hidesWelcome = ({ hideWelcome, homeAddress }: Policy): boolean => hideWelcome ?? homeAddress !== undefined

/** Whether the policy lets this cloud be connected. A preset address is always allowed. */
export function mayConnect(base: string, { homeAddress, homeAddressLocked, allowedHosts }: Policy): boolean {
  const url = new URL(base)
  const isPreset = homeAddress !== undefined && isWithin(base, homeAddress)
  if (isPreset) return true
  if (homeAddress !== undefined && homeAddressLocked) return false
  return allowedHosts === undefined || allowedHosts.some((host) => isHost(url, host.toLowerCase()))
}

function isWithin(base: string, homeAddress: string): boolean {
  const preset = parseServerAddress(homeAddress)
  return preset.ok && preset.value.candidates.includes(base.replace(/\/+$/, ''))
}

function isHost(url: URL, pattern: string): boolean {
  const candidate = /:\d+$/.test(pattern) ? url.host : url.hostname
  return pattern.startsWith('*.') ? candidate.endsWith(pattern.slice(1)) : candidate === pattern
}
