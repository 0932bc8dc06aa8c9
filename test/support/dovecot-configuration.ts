// How a Dovecot of one's own is told to serve one mailbox. 2.4 renamed what 2.3 called otherwise and refuses the old names:
// https://doc.dovecot.org/main/installation/upgrade/2.3-to-2.4.html
import { userInfo } from 'node:os'

interface Place {
  folder: string
  port: number
  isRoot: boolean
  password: string
  /** The user and group to whom mail belongs where root starts the server. */
  nobody: number
}

/** For a version as `dovecot --version` prints it, such as `2.3.19.1 (9b53102964)`. */
export function dovecotConfiguration(version: string, place: Place): string {
  const { folder, port, isRoot, nobody } = place
  const { uid, gid, username } = userInfo()
  const [mailUid, mailGid] = isRoot ? [nobody, nobody] : [uid, gid]
  const owner = { uid: mailUid, gid: mailGid }
  return [
    ...(isBefore24(version) ? [] : ['dovecot_config_version = 2.4.0', 'dovecot_storage_version = 2.4.0']),
    `base_dir = ${folder}/run`,
    `log_path = ${folder}/log`,
    ...(isRoot ? [] : [`default_internal_user = ${username}`, `default_login_user = ${username}`]),
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = no',
    'first_valid_uid = 1',
    ...(isBefore24(version) ? in23(place, owner) : in24(place, owner)),
    `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    'service anvil {\n  chroot =\n}',
    '',
  ].join('\n')
}

interface Owner {
  uid: number
  gid: number
}

const in23 = ({ folder, password }: Place, { uid, gid }: Owner): string[] => [
  'disable_plaintext_auth = no',
  `mail_location = maildir:${folder}/mail/%u`,
  `passdb {\n  driver = static\n  args = password=${password}\n}`,
  `userdb {\n  driver = static\n  args = uid=${uid} gid=${gid} home=${folder}/mail/%u\n}`,
]

const in24 = ({ folder, password }: Place, { uid, gid }: Owner): string[] => [
  'auth_allow_cleartext = yes',
  'mail_driver = maildir',
  `mail_path = ${folder}/mail/%{user}`,
  `passdb static {\n  password = ${password}\n}`,
  `userdb static {\n  fields {\n    uid = ${uid}\n    gid = ${gid}\n    home = ${folder}/mail/%{user}\n  }\n}`,
]

const isBefore24 = (version: string): boolean => /^2\.[0-3]\./.test(version)
