/** Wording per dialect (recorded: 02-2*, 04-7*, 04-9* of both Nextcloud folders; owncloud-10.15.2/230*, 51*, 52*). */

import type { Messages } from './product.ts'

const common = {
  pathMissing: 'Please specify a file or folder path',
  shareTypeUnknown: 'Unknown share type',
  datePast: 'Expiration date is in the past',
  cloudIdInvalid: 'Invalid cloud id',
  uploadOnly: 'Mounting file drop not supported',
  dateTooFar: 'Cannot set expiration date more than %s days in the future',
} as const

const couldNotFind = 'Sharing %s failed, could not find %s, maybe the server is currently unreachable'

export const nextcloud32Messages: Messages = {
  ...common,
  pathUnknown: 'Wrong path, file/folder does not exist',
  rootShared: 'You cannot share your root folder',
  shareUnknown: 'Wrong share ID, share does not exist',
  receivedUnknown: 'wrong share ID, share does not exist.',
  dateInvalid: 'Invalid date. Format must be YYYY-MM-DD',
  permissionsInvalid: 'Valid permissions are required for sharing',
  passwordWeak: 'Password needs to be at least 10 characters long.',
  recipientInvalid: 'Please specify a valid account to share with',
  alreadyShared: 'Sharing %s failed, because this item is already shared with the account %s',
  notFound: `${couldNotFind} or uses a self-signed certificate.`,
  ownAccount: 'Not allowed to create a federated share to the same account',
  federatedShareFailed: 'Failed to create share.',
  withYourself: 'Cannot share with yourself',
  passwordMissing: 'Passwords are enforced for link and mail shares',
  updateFailed: 'Failed to update share.',
}

/** Recorded: nextcloud-33.0.3/04-19, 04-72. */
export const nextcloud33Messages: Messages = {
  ...nextcloud32Messages,
  receivedUnknown: 'Wrong share ID, share does not exist.',
  uploadOnly: 'Mounting download restricted share is not allowed',
}

const { federatedShareFailed: _only32, updateFailed: _alsoOnly32, ...shared } = nextcloud32Messages

export const nextcloud30Messages: Messages = {
  ...shared,
  pathUnknown: "Wrong path, file/folder doesn't exist",
  rootShared: 'You can’t share your root folder',
  shareUnknown: "Wrong share ID, share doesn't exist",
  receivedUnknown: "wrong share ID, share doesn't exist.",
  dateInvalid: 'Invalid date, date format must be YYYY-MM-DD',
  permissionsInvalid: 'invalid permissions',
  passwordWeak: 'Password needs to be at least 8 characters long',
  recipientInvalid: 'Please specify a valid user',
  withYourself: 'Can’t share with yourself',
  alreadyShared: 'Sharing %s failed, because this item is already shared with user %s',
  ownAccount: 'Not allowed to create a federated share with the same user',
}

export const owncloudMessages: Messages = {
  ...nextcloud30Messages,
  rootShared: "You can't share your root folder",
  alreadyShared: 'Sharing %s failed, because this item is already shared with %s',
  notFound: `${couldNotFind}.`,
  withYourself: "Can't share with yourself",
  passwordMissing: 'Passwords are enforced for link shares',
}
