import { useEffect, useState } from 'preact/hooks'
import type { Failure } from '../../../lib/domain/failure.ts'
import type { ShareRules } from '../../../lib/domain/share-rules.ts'
import type { CloudIdCheck, Sharee } from '../../../lib/protocol.ts'
import { useBackend } from '../../context.ts'
import { settle } from '../../settle.ts'
import type { ChosenItem } from './steps.ts'

/** After the last key, in milliseconds. */
const pause = 250

/** `name@host`: on another cloud, or a mail address. A port or folder may follow, as may a scheme stand before the host. */
const looksFederated = (text: string): boolean => /^[^@\s](?:.*[^@])?@[^@\s]+$/.test(text)

interface Found {
  /** What was typed when it was found. */
  text: string
  sharees: Sharee[]
  check?: CloudIdCheck
  failure?: Failure
}

/**
 * Whom what is typed can mean: the server's proposals, and a cloud id read as what it is. Before anything is typed those
 * the server recommends. A search that was overtaken is ended.
 */
export function useReceivers(accountId: string, { itemType }: ChosenItem, text: string, rules: ShareRules) {
  const backend = useBackend()
  const [searchId] = useState(() => crypto.randomUUID())
  const [recommended, setRecommended] = useState<Sharee[]>([])
  const [found, setFound] = useState<Found>()
  const [searching, setSearching] = useState(false)
  const words = text.trim()
  const isShort = words.length < Math.max(1, rules.searchFrom)
  useEffect(() => {
    let stays = true
    void settle(backend.call('ui/recommended-sharees', { accountId, itemType })).then(
      (result) => stays && result.ok && setRecommended(result.value),
    )
    return () => void (stays = false)
  }, [backend, accountId, itemType])
  useEffect(() => {
    setSearching(!isShort)
    if (isShort) return
    let stays = true
    const search = async (): Promise<void> => {
      const [sharees, check] = await Promise.all([
        settle(backend.call('ui/sharees', { accountId, searchId, text: words, itemType })),
        looksFederated(words) && rules.kinds.remote
          ? settle(backend.call('ui/check-cloud-id', { accountId, cloudId: words }))
          : undefined,
      ])
      if (!stays) return
      setSearching(false)
      setFound({
        text: words,
        sharees: sharees.ok && sharees.value.state === 'found' ? sharees.value.found : [],
        ...(check?.ok ? { check: check.value } : {}),
        ...(sharees.ok ? {} : { failure: sharees.failure }),
      })
    }
    const timer = setTimeout(() => void search(), pause)
    return () => {
      stays = false
      clearTimeout(timer)
    }
  }, [backend, accountId, searchId, itemType, words, isShort, rules])
  if (words === '') return { sharees: recommended, searching: false, isShort: false }
  const { check, sharees = [], failure } = (!isShort && found) || {}
  return {
    // What was found before stays until the next answer: a list that comes and goes cannot be read.
    sharees,
    // But half a cloud id may be somebody else's.
    ...(check && found?.text === words ? { check } : {}),
    ...(failure ? { failure } : {}),
    searching,
    isShort,
  }
}
