import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { ID, isEasy, type ItemKey, keyOf, kindAndId, KINDS, type Text } from '../item/item.ts';
import { adaptationSchema, itemKey, sourceTextSchema, text as plainText, translationSchema } from '../item/schema.ts';
import { faultsOfAbout } from './sheet/aboutFaults.ts';
import { id, lang, note } from './input.ts';
import { texts, writing } from './store.server.ts';

/** A new item with its title; everything else is written on its own page. */
export const createItem = command({
	input: v.object({
		kind: v.picklist(KINDS, 'kind'),
		id: v.pipe(v.string('id'), v.trim(), v.regex(ID, 'id'), v.maxLength(60, 'long')),
		source: v.pipe(v.string('lang'), v.regex(/^[a-z]{2}$/, 'lang')),
		title: v.pipe(plainText, v.nonEmpty('empty'), v.maxLength(200, 'long')),
		note: v.optional(note, ''),
	}),
	load: async (_, at: Within<StaffActor>) => at.actor,
	allow: (_, { actor }) => may(actor).writeContent(),
	async run(_, { tx, actor, audit }, { kind, id, source, title, note }) {
		const key = keyOf(kind, id);
		if (!(await writing(tx).addItem(key, source))) return refused('there-already', { id: 'there-already' });
		const content = {
			about: { risk: 'ordinary' },
			blocks: [{ id: 'title', kind: 'title' as const, words: { text: title } }],
		};
		await writing(tx).addRevision({
			...{ item: key, lang: source, parent: null, content, note, scope: 'major', authorId: actor.id },
		});
		await audit({ action: 'create', subject: 'item', subjectId: key });
		return key;
	},
	present: (item) => ({ item, beside: null }),
});

/**
 * Saves a text as a new revision. Two who write at the same time both keep what they wrote: `beside` is the revision
 * that somebody else saved meanwhile, for the page that puts them side by side.
 */
export const saveText = command({
	input: v.object({
		...{ item: itemKey, lang, note },
		parent: v.nullable(id),
		scope: v.picklist(['major', 'minor'], 'scope'),
		content: v.unknown(),
	}),
	async load({ item, lang }, { tx }: Within<StaffActor>) {
		const source = await texts(tx).source(item);
		if (source === null) return null;
		await texts(tx).lock(item);
		return { source, head: await texts(tx).head(item, lang) };
	},
	allow: (_, { actor }) => may(actor).writeContent(),
	async run({ source, head }, { tx, actor, audit }, given) {
		const content = readText(given.content, given.lang, source, given.item);
		if ('refused' in content) return content;
		if (head && isDeepStrictEqual(head.content, plain(content))) return refused('unchanged');
		const revision = await writing(tx).addRevision({ ...given, content, authorId: actor.id });
		await audit({ action: 'save', subject: 'revision', subjectId: revision });
		return { item: given.item, revision, beside: head && head.id !== given.parent ? head.id : null };
	},
	present: (saved) => saved,
});

/** As it comes back from the database. */
function plain(content: Text): unknown {
	return JSON.parse(JSON.stringify(content));
}

function readText(content: unknown, lang: string, source: string, item: ItemKey): Text | Refusal {
	const schema: v.GenericSchema<unknown, Text> =
		lang === source ? sourceTextSchema : isEasy(lang) ? adaptationSchema : translationSchema;
	const parsed = v.safeParse(schema, content);
	const faults = { ...(parsed.success ? {} : faultsOf(parsed.issues)), ...aboutFaults(content, kindAndId(item).kind) };
	return parsed.success && Object.keys(faults).length === 0 ? parsed.output : refused('malformed', faults);
}

function faultsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? 'content', issue.message]));
}

function aboutFaults(content: unknown, kind: string): Record<string, string> {
	if (typeof content !== 'object' || content === null || !('about' in content)) return {};
	const faults = Object.entries(faultsOfAbout(kind, Object(content.about)));
	return Object.fromEntries(faults.map(([field, code]) => [`about.${field}`, code]));
}
