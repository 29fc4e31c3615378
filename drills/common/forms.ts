import type { Answer } from '../../bench/common/request.ts';

/** A form as it stands on a page: what a person sends who changes nothing of it. */
export function fieldsIn({ body }: Answer): Record<string, string> {
	const page = body.toString();
	const found: Record<string, string> = {};
	for (const [tag] of page.matchAll(/<input\b[^>]*>/g)) {
		const name = attribute(tag, 'name');
		const isOff = /type="(checkbox|radio)"/.test(tag) && !/\schecked\b/.test(tag);
		if (name && !isOff) found[name] = attribute(tag, 'value') ?? 'on';
	}
	for (const [, head = '', inner = ''] of page.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
		const chosen = /<option\b[^>]*\sselected\b[^>]*>/.exec(inner)?.[0] ?? /<option\b[^>]*>/.exec(inner)?.[0] ?? '';
		found[attribute(head, 'name') ?? ''] = attribute(chosen, 'value') ?? '';
	}
	for (const [, head = '', inner = ''] of page.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
		found[attribute(head, 'name') ?? ''] = plain(inner);
	return found;
}

const attribute = (tag: string, name: string): string | undefined => {
	const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
	return value === undefined ? undefined : plain(value);
};
const plain = (text: string): string =>
	text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

export async function must(asked: Promise<Answer>, status: number): Promise<Answer> {
	const answer = await asked;
	if (answer.status !== status) {
		throw new Error(
			`a form was answered with ${answer.status}: ${answer.body.toString().replace(/\s+/g, ' ').slice(0, 1_500)}`,
		);
	}
	return answer;
}
