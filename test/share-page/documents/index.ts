export * from './markup.ts'
export * from './nextcloud.ts'
export * from './owncloud.ts'
export * as ocis from './ocis.ts'
