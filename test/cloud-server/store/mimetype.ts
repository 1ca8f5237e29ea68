const byExtension: Record<string, string> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  zip: 'application/zip',
}

export const folderMimetype = 'httpd/unix-directory'

export function mimetypeOf(name: string): string {
  return byExtension[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
