import { useEffect, useState } from 'preact/hooks'
import { useText } from '../context.ts'
import { Spinner } from '../ui/Spinner.tsx'

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const quiet = 4

/** A link as a QR code, for the phone of somebody nearby. Its code is loaded when the first one is asked for. */
export function QrCode({ text, describedBy }: { text: string; describedBy?: string | undefined }) {
  const t = useText()
  const [modules, setModules] = useState<boolean[][]>()
  useEffect(() => {
    let stays = true
    void import('uqr').then(({ encode }) => stays && setModules(encode(text, { border: 0, ecc: 'M' }).data))
    return () => void (stays = false)
  }, [text])
  if (!modules) return <Spinner />
  const side = modules.length + 2 * quiet
  return (
    <svg
      class="qr"
      role="img"
      aria-label={t('outgoing_qr_name')}
      aria-describedby={describedBy}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect class="qr-light" width={side} height={side} />
      <path class="qr-dark" d={modules.map(rowPath).join('')} />
    </svg>
  )
}

/** The dark modules of one row, each run one bar. */
function rowPath(row: boolean[], y: number): string {
  const bars: string[] = []
  for (let x = 0; x < row.length; x++) {
    const begin = x
    while (row[x]) x++
    if (x > begin) bars.push(`M${begin + quiet} ${y + quiet}h${x - begin}v1h-${x - begin}z`)
  }
  return bars.join('')
}
