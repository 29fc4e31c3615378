/** A mailbox by IMAP and a server by SMTP, for tests and drills. Everything goes to `…@mail.test`. */
export type MailServers = {
	/** Which they are. */
	readonly told: string;
	readonly smtpUrl: string;
	imapUrl(user: string): string;
	/** Puts a mail into a mailbox as it is; `seen`: somebody has read it there. */
	drop(user: string, raw: string | Buffer, seen?: boolean): Promise<void>;
	/** All mails of a mailbox, as they are. */
	mailsOf(user: string): Promise<string[]>;
	/** The mailbox can be reached, or not. */
	setUp(isUp: boolean): Promise<void>;
	/** Gives every mail another number. */
	renumber(user: string): Promise<void>;
	stop(): Promise<void>;
};

/** The settings with which Debian's mail servers run beside everything else of the machine, in a folder of their own. */
type Place = { readonly folder: string; readonly port: number };

/** Both write the mailboxes as this account, which comes with Exim. */
export const MAIL_USER = 'Debian-exim';

export const dovecotConfig = ({ folder, port }: Place): string => `
base_dir = ${folder}/base
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:${folder}/mail/%n/Maildir
first_valid_uid = 1
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${MAIL_USER} gid=${MAIL_USER} home=${folder}/mail/%n
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
`;

/** Takes mail for everybody, that of `desk` apart from all others'; `unknown` is refused at once, `gone` comes back as a report. */
export const eximConfig = ({ folder, port }: Place): string => `
exim_path = /usr/sbin/exim4
spool_directory = ${folder}/exim
log_file_path = ${folder}/exim/%slog
primary_hostname = mail.test
qualify_domain = mail.test
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_advertise_hosts =
never_users =
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = acl_data
message_size_limit = 100M
smtp_accept_queue_per_connection = 0
rfc1413_hosts =
host_lookup =
keep_environment =
begin acl
acl_rcpt:
  deny local_parts = unknown
       message = no such mailbox
  accept
acl_data:
  accept
begin routers
gone:
  driver = redirect
  local_parts = gone
  data = :fail: nobody lives here
  allow_fail
desk:
  driver = accept
  local_parts = desk
  transport = desk_box
others:
  driver = accept
  transport = others_box
begin transports
desk_box:
  driver = appendfile
  directory = ${folder}/mail/desk/Maildir
  maildir_format
  create_directory
  return_path_add
others_box:
  driver = appendfile
  directory = ${folder}/mail/others/Maildir
  maildir_format
  create_directory
  envelope_to_add
begin retry
* * F,1h,1m
begin rewrite
begin authenticators
`;
