import type { Concern, FailureCode } from './failure.ts'
import type { MessageKey } from './text.ts'

/** Chapters of the help, in the order people need them, with their titles. */
export const helpChapters: Record<Concern, MessageKey> = {
  link: 'help_link',
  remote: 'help_remote',
  home: 'help_home',
  account: 'help_account',
  address: 'help_address',
  file: 'help_file',
}

/**
 * What the servers' own manuals say about a cause, for users and for whoever runs the server. Settings are named as the
 * administration pages of Nextcloud and ownCloud name them.
 */
export const helpCauses: Partial<Record<FailureCode, MessageKey[]>> = {
  'home-untrusted-address': ['help_home_untrusted_address_trusted_domains'],
  'home-too-old': ['help_home_too_old_apps_off'],
  'home-federation-off': ['help_home_federation_off_nextcloud', 'help_home_federation_off_owncloud'],
  'home-permission-missing': ['help_home_permission_missing_one_at_a_time'],
  'home-unreachable': ['help_home_unreachable_certificate'],
  'home-sign-in-missing': ['help_home_sign_in_missing_why_a_tab'],
  'announce-refused': ['help_announce_refused_signed'],
  'remote-cannot-reach-home': [
    'help_remote_cannot_reach_home_private_address',
    'help_remote_cannot_reach_home_certificate',
    'help_remote_cannot_reach_home_discovery',
    'help_remote_cannot_reach_home_receiving_off',
  ],
  'remote-unreachable-from-home': [
    'help_remote_unreachable_from_home_private_address',
    'help_remote_unreachable_from_home_certificate',
  ],
  'remote-private-address': ['help_remote_private_address_allow'],
  'remote-federation-off': ['help_remote_federation_off_nextcloud', 'help_remote_federation_off_owncloud'],
  'remote-refused': ['help_remote_refused_many_reasons'],
  'pair-unsupported': ['help_pair_unsupported_invitations'],
  'pair-needs-open-link': ['help_pair_needs_open_link_why'],
  'share-unusable': ['help_share_unusable_mount_off'],
  'password-tries-used-up': ['help_password_tries_used_up_half_an_hour'],
}
