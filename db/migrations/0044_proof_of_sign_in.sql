-- Who adds a passkey signed in just now, and in this browser: a session that was stolen cannot say so.
alter table sign_in_sessions
	add column proof_hash bytea,          -- of a second secret, which only her own page is sent
	add column proven_until timestamptz;
