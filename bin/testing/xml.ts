/** An element of a well-formed document. */
export type Element = {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Element[];
	readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string };

const TOKEN = /<\?xml[^?]*\?>|<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)\s*(\/?)>|([^<]+)|</g;
const ATTRIBUTE = /([\w:]+)="([^"]*)"/g;

/** Reads as much of XML as our feeds use, and throws at whatever is not well formed in it. */
export function readXml(xml: string): Element {
	const root: Open = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	for (const { 0: token, 1: closed, 2: opened, 3: attributes, 4: empty, 5: text } of xml.matchAll(TOKEN)) {
		const parent = open.at(-1) ?? root;
		if (token === '<') throw new Error(`a stray < after ${parent.text}`);
		if (text !== undefined) parent.text += decoded(text);
		else if (closed) close(open, closed);
		else if (opened) {
			const element = { name: opened, attributes: attributesOf(attributes ?? ''), children: [], text: '' };
			parent.children.push(element);
			if (!empty) open.push(element);
		}
	}
	if (open.length !== 1 || root.text.trim() !== '') throw new Error(`left open: ${open.at(-1)?.name}`);
	const [first, ...others] = root.children;
	if (!first || others.length > 0) throw new Error('not exactly one root');
	return first;
}

export function childrenOf({ children }: Element, name: string): Element[] {
	return children.filter((child) => child.name === name);
}

/** The text of a child there must be exactly one of. */
export function textIn(element: Element, name: string): string {
	const [only, ...others] = childrenOf(element, name);
	if (!only || others.length > 0) throw new Error(`${element.name} has not exactly one ${name}`);
	return only.text;
}

function close(open: Open[], name: string): void {
	const last = open.pop();
	if (last?.name !== name || open.length === 0) throw new Error(`</${name}> closes ${last?.name}`);
}

function attributesOf(text: string): Record<string, string> {
	return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decoded(value)]));
}

function decoded(text: string): string {
	if (/&(?!#\d+;)/.test(text)) throw new Error(`an unknown entity in ${text}`);
	return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
