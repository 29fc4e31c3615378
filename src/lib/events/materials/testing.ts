/** The smallest files of their kinds. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** An archive whose parts are not packed. */
export function archive(parts: Readonly<Record<string, string>>): Buffer {
	const bodies: Buffer[] = [];
	const entries: Buffer[] = [];
	let at = 0;
	for (const [name, text] of Object.entries(parts)) {
		const body = Buffer.concat([headOf(name, text), Buffer.from(name), Buffer.from(text)]);
		entries.push(Buffer.concat([entryOf(name, text, at), Buffer.from(name)]));
		bodies.push(body);
		at += body.length;
	}
	return Buffer.concat([...bodies, ...entries, endOf(entries, at)]);
}

function headOf(name: string, text: string): Buffer {
	const head = Buffer.alloc(30);
	head.write('PK\x03\x04', 'latin1');
	head.writeUInt32LE(text.length, 18);
	head.writeUInt32LE(text.length, 22);
	head.writeUInt16LE(name.length, 26);
	return head;
}

function entryOf(name: string, text: string, at: number): Buffer {
	const entry = Buffer.alloc(46);
	entry.write('PK\x01\x02', 'latin1');
	entry.writeUInt32LE(text.length, 20);
	entry.writeUInt32LE(text.length, 24);
	entry.writeUInt16LE(name.length, 28);
	entry.writeUInt32LE(at, 42);
	return entry;
}

function endOf(entries: readonly Buffer[], at: number): Buffer {
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(Buffer.concat(entries).length, 12);
	end.writeUInt32LE(at, 16);
	return end;
}
