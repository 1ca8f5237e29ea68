/** The list of files that share pages and the Files app show. */

import type { Entry } from '../dav/entry.ts'
import { nameOf } from '../dav/entry.ts'
import { Html, html } from './html.ts'

export function fileTable(entries: Entry[], linkOf: (entry: Entry) => string): Html {
  const rows = entries
    .toSorted((one, other) => one.kind.localeCompare(other.kind) || one.path.localeCompare(other.path))
    .map(
      (entry) =>
        html`<tr data-file="${nameOf(entry.path)}" data-type="${entry.kind}">
          <td>
            <a href="${linkOf(entry)}"
              ><span class="icon ${entry.kind}"></span><span class="name">${nameOf(entry.path)}</span></a
            >${entry.isMountRoot && html` <small class="mounted">shared by ${entry.ownerName}</small>`}
          </td>
          <td>${sizeText(entry.size)}</td>
          <td>${new Date(entry.mtime * 1000).toISOString().slice(0, 16).replace('T', ' ')}</td>
        </tr>`,
    )
  const files = entries.filter((entry) => entry.kind === 'file').length
  return html`<table id="filestable" class="files">
      <thead>
        <tr>
          <th>Name</th>
          <th>Size</th>
          <th>Modified</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <footer>${count(entries.length - files, 'folder')} and ${count(files, 'file')}</footer>`
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

function sizeText(size: number): string {
  return size < 1024 ? '< 1 KB' : `${Math.round(size / 1024)} KB`
}
