/** The messages real servers translate: a client that matches on their text breaks here. */

import type { CloudState } from '../cloud-state.ts'

const german: [RegExp, string][] = [
  [
    /^Federated Share request sent, .*/,
    'Federated-Share-Anfrage gesendet, du erhältst eine Einladung. Überprüfe deine Benachrichtigungen.',
  ],
  [
    /^Couldn't establish a federated share, maybe .*/,
    'Federated-Share konnte nicht hergestellt werden, möglicherweise war das Passwort falsch.',
  ],
  [
    /^Couldn't establish a federated share, it looks .*/,
    'Federated-Share konnte nicht hergestellt werden, der andere Server ist offenbar zu alt (Nextcloud <= 9).',
  ],
  [/^Couldn't establish a federated share\.$/, 'Federated-Share konnte nicht hergestellt werden.'],
  [/^Server to server sharing is not enabled .*/, 'Server-zu-Server-Freigaben sind auf diesem Server nicht aktiviert'],
  [/^The requested share does not exist anymore$/, 'Die angeforderte Freigabe existiert nicht mehr'],
  [
    /^Sharing (.*) failed, because this item is already shared with (?:the account |user )?(.*)$/,
    'Freigeben von $1 fehlgeschlagen, da dieses Element bereits mit $2 geteilt wurde',
  ],
  [
    /^Sharing (.*) failed, could not find (.*), maybe .*/,
    'Freigeben von $1 fehlgeschlagen, $2 wurde nicht gefunden, möglicherweise ist der Server nicht erreichbar.',
  ],
  [/^Not allowed to create a federated share .*/, 'Eine Federated-Freigabe mit demselben Konto ist nicht zulässig'],
  [/^Unknown share type$/, 'Unbekannter Freigabetyp'],
  [/^Wrong path, .*/, 'Falscher Pfad, Datei/Ordner existiert nicht'],
  [/^Wrong share ID, .*/, 'Falsche Freigabe-ID, Freigabe existiert nicht'],
  [
    /^Cannot set expiration date more than (\d+) days .*/,
    'Das Ablaufdatum kann nicht mehr als $1 Tage in der Zukunft liegen',
  ],
  [/^Passwords are enforced .*/, 'Passwörter sind für Linkfreigaben erforderlich'],
  [/^Password needs to be at least (\d+) .*/, 'Das Passwort muss mindestens $1 Zeichen lang sein.'],
  [/^Please specify a valid .*/, 'Bitte eine gültige Empfängerin oder einen gültigen Empfänger angeben'],
  [/^Public upload disabled .*/, 'Öffentliches Hochladen wurde von der Administration deaktiviert'],
  [/^(?:You can.?t|You cannot|You can’t) share your root folder$/, 'Der Wurzelordner kann nicht geteilt werden'],
  [/^Expiration date is in the past$/, 'Das Ablaufdatum liegt in der Vergangenheit'],
  [/^The password is wrong.*|^You entered the wrong password$/, 'Das Passwort ist falsch. Bitte versuche es erneut.'],
  [/^This share is password-protected$/, 'Diese Freigabe ist passwortgeschützt'],
]

export function translate(cloud: CloudState, message: string): string {
  if (cloud.settings.language === 'en') return message
  const found = german.find(([pattern]) => pattern.test(message))
  return found ? message.replace(found[0], found[1]) : message
}
