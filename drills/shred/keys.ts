import fs from 'node:fs';
import path from 'node:path';

/** What somebody finds in a folder of keys: every line of every file of a class, whatever day it is for. */
export type Keys = { readonly days: readonly Buffer[]; readonly shares: readonly (readonly [string, Buffer])[] };

export function keysIn(folder: string): Keys {
	const lines = ['chat', 'case'].flatMap((keyClass) => linesIn(path.join(folder, keyClass)));
	return {
		days: lines.filter(([name]) => name === 'day').map(([, key]) => key),
		shares: lines.filter(([name]) => name !== 'day'),
	};
}

/** Also of files that a killed keystore left beside the others. */
function linesIn(folder: string): [string, Buffer][] {
	const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
	const lines = files.flatMap((file) => fs.readFileSync(path.join(folder, file), 'utf8').split('\n'));
	return lines.flatMap((line) => {
		const [name, key] = line.split(' ');
		return name && key ? [[name, Buffer.from(key, 'base64')] as [string, Buffer]] : [];
	});
}
