import { error, fail, redirect } from '@sveltejs/kit';
import {
	type Account,
	accountsFor,
	closeAccount,
	createAccount,
	inviteAgain,
	may,
	organisationsWhere,
	ROLES,
	type StaffActor,
} from '#lib/identity/index.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoLooksAfter(event);
	const { lang } = event.locals;
	const accounts = await accountsFor(actor);
	return {
		lang,
		words: wordsOf(lang, ['identity']),
		organisations: await organisationsOf(actor, lang),
		languages: languages().map(({ code, name }) => ({ code, name })),
		accounts: accounts.map((account) => present(actor, account)),
	};
};

/** An answer with a link is shown in place, not after a redirect: the link may stand in no address and no store. */
export const actions: Actions = {
	add: async (event) => {
		const typed = fieldsOf(await event.request.formData());
		const result = await createAccount(typed, whoLooksAfter(event));
		return isRefusal(result) ? answer(result, typed) : { link: whole(event, result) };
	},
	invite: async (event) => {
		const result = await inviteAgain(Object.fromEntries(await event.request.formData()), whoLooksAfter(event));
		return isRefusal(result) ? answer(result) : { link: whole(event, result) };
	},
	close: async (event) => {
		const result = await closeAccount(Object.fromEntries(await event.request.formData()), whoLooksAfter(event));
		return isRefusal(result) ? answer(result) : redirect(303, `/staff/accounts?closed=${result.shortName}`);
	},
};

/** Asked in load and in each action: a guard in a layout protects no action. */
function whoLooksAfter({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): StaffActor {
	const actor = locals.staff;
	if (!actor) redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (organisationsWhere(actor, 'manageAccounts').length === 0) error(403);
	return actor;
}

async function organisationsOf(actor: StaffActor, lang: string) {
	const mine = organisationsWhere(actor, 'manageAccounts');
	const known = (await readOrganisations(ground().db)).filter(({ id }) => mine.includes(id));
	return known.map(({ id, names }) => ({
		id,
		name: inLanguage(names, lang),
		roles: ROLES.filter((role) => may(actor).grant({ organisationId: id, role })),
	}));
}

function present(actor: StaffActor, account: Account) {
	const { id, shortName, chosenName, language, memberships } = account;
	return {
		...{ id, shortName, chosenName, language },
		roles: [...new Set(memberships.map(({ role }) => role))],
		state: account.isDemonstration ? 'demonstration' : account.canSignIn ? 'active' : 'invited',
		isMine: !account.isDemonstration && may(actor).lookAfter(account),
	};
}

function whole({ url }: RequestEvent, { shortName, invitation }: { shortName: string; invitation: string }) {
	return { shortName, address: new URL(invitation, url.origin).href };
}

function answer(refusal: Refusal, typed: Record<string, string> = {}) {
	return fail(statusOf(refusal), { ...refusal, typed });
}
