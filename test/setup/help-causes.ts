import type { FailureCode } from '../../lib/domain/failure.ts'

/**
 * What the servers' own manuals say about a cause, for users and for whoever runs the server. Settings are named as the
 * administration pages of Nextcloud and ownCloud name them in English.
 */
export const causes: Partial<Record<FailureCode, string[]>> = {
  'home-untrusted-address': [
    'Administrators: every name and port people use must be in `trusted_domains` in `config/config.php`. A name that is missing there is answered with a page that says so, to browsers as well as to apps.',
  ],
  'home-too-old': [
    'Administrators: the same happens on a current server when the app “File sharing” or “Federation” is switched off, and when URL rewriting is missing, so that addresses below `/ocs/` never reach the server.',
  ],
  'home-federation-off': [
    'Administrators, Nextcloud: Administration settings → Sharing → Federated Cloud Sharing → “Allow people on this server to receive shares from other servers”.',
    'Administrators, ownCloud: Admin settings → Sharing → “Allow users on this server to receive shares from other servers”; in older versions the setting was called “Allow users to mount public links”.',
  ],
  'home-permission-missing': [
    'Homeward asks for one server at a time, and only when a click needs it. You can take the permission back in your browser’s settings for extensions.',
  ],
  'home-unreachable': [
    'A self-signed certificate that you have accepted in a tab is not accepted for extensions in every browser. Ask your administrator for a valid one; they are free.',
  ],
  'home-sign-in-missing': [
    'Older servers take a link only from their own pages, not from an app password. That is why Homeward opens a tab of your cloud for a moment. Your login there is never sent anywhere else.',
  ],
  'announce-refused': [
    'Administrators, Nextcloud 31 and later: unsigned messages are refused when `ocm_signed_request_enforced` is set.',
  ],
  'remote-cannot-reach-home': [
    'Your cloud has an address that only works at home or in the office (a LAN address such as 192.168.1.10, or a bare host name such as “nas”): the other server cannot find it. Connect Homeward with the public address.',
    'Your cloud’s certificate is self-signed: other servers refuse it, even if your browser was told not to. Administrators: use a certificate that others trust.',
    'The server’s own name is missing from `trusted_domains`, or URL rewriting is missing, so that `/ocm-provider/` does not answer. Administrators: open `https://YOUR-CLOUD/ocm-provider/` in a browser, it must show a few lines of JSON. Nextcloud has a check for it under Administration settings → Overview.',
    'Receiving is switched off: see [home-federation-off](#home-federation-off).',
  ],
  'remote-unreachable-from-home': [
    'The link was made from a LAN address or a bare host name: ask for one with the public address.',
    'The other server’s certificate is self-signed or has expired: your cloud refuses it, even if your browser was told not to.',
  ],
  'remote-private-address': [
    'Administrators, Nextcloud: `allow_local_remote_servers` in `config/config.php` lets the server contact private addresses. It also lets everybody with an account contact machines inside your network through it.',
  ],
  'remote-federation-off': [
    'Administrators, Nextcloud: Administration settings → Sharing → Federated Cloud Sharing → “Allow people on this server to send shares to other servers”.',
    'Administrators, ownCloud: Admin settings → Sharing → “Allow users on this server to send shares to other servers”; in older versions “Allow other instances to mount public links shared from this server”.',
  ],
  'remote-refused': [
    'Servers give this answer for many reasons, in the language of the account. The quotation below the failure is theirs.',
  ],
  'pair-unsupported': [
    'Both servers offer invitations (“ScienceMesh” or “Open Cloud Mesh”) where the administrator has switched them on: the person who shared it can invite you, then share with you by name.',
  ],
  'pair-needs-open-link': [
    'An ownCloud home can keep the password, a Nextcloud home cannot: since version 19 at the latest it mounts no links by itself, because Nextcloud servers send shares to each other.',
  ],
  'share-unusable': [
    'Administrators of the other server: “Allow other instances to mount public links shared from this server” may be switched off.',
  ],
  'password-tries-used-up': [
    'Servers count wrong passwords for half an hour, for everybody in the same network. Links of ownCloud Infinite Scale are locked for all visitors after five; Homeward never tries them at all.',
  ],
}
