import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';
import type { Morphology, Reading } from './morphology.ts';

const LIBRARIES = ['libvoikko.so.1', 'libvoikko.1.dylib'];
/** Longer than any Finnish word; Voikko itself refuses more than 255. */
const LONGEST_WORD = 100;
const REMEMBERED = 20_000;

/** The Finnish morphology that the machine has installed, or null; loaded at the first call and then kept. */
export function morphology(): Morphology | null {
	loaded ??= { morphology: load() };
	return loaded.morphology;
}
let loaded: { readonly morphology: Morphology | null } | undefined;

/** Null when the library, its dictionary, or the package that calls it is absent. */
export function load(libraries: readonly string[] = LIBRARIES): Morphology | null {
	try {
		const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi; // the package is optional
		for (const library of libraries) {
			const opened = open(koffi, library);
			if (opened) return remembering(opened);
		}
	} catch {
		// Without the package it is the same as without the library.
	}
	return null;
}

function open(koffi: typeof Koffi, library: string): Morphology | null {
	try {
		return voikko(koffi, koffi.load(library));
	} catch {
		return null;
	}
}

function voikko(koffi: typeof Koffi, library: Koffi.LibraryHandle): Morphology | null {
	const call = callsOf(library);
	const handle: unknown = call.init([null], 'fi', null);
	if (!handle) return null;
	const readings = (list: unknown): Reading[] => {
		const all = pointersIn(koffi, list).map((analysis) => reading((key) => textOf(koffi, call, analysis, key)));
		call.freeAll(list);
		return all;
	};
	return {
		analyse: (word) => {
			const list: unknown = word.length <= LONGEST_WORD && !word.includes('\0') ? call.analyse(handle, word) : null;
			return list ? readings(list) : [];
		},
	};
}

function callsOf(library: Koffi.LibraryHandle) {
	return {
		init: library.func('void *voikkoInit(_Out_ const char **error, const char *language, const char *path)'),
		analyse: library.func('void *voikkoAnalyzeWordCstr(void *handle, const char *word)'),
		value: library.func('void *voikko_mor_analysis_value_cstr(void *analysis, const char *key)'),
		freeValue: library.func('void voikko_free_mor_analysis_value_cstr(void *value)'),
		freeAll: library.func('void voikko_free_mor_analysis(void *list)'),
	};
}

/** One pointer after the other until the null that ends them: reading a fixed number would read past the end. */
function pointersIn(koffi: typeof Koffi, list: unknown): unknown[] {
	const found: unknown[] = [];
	for (let offset = 0; ; offset += koffi.sizeof('void *')) {
		const pointer: unknown = koffi.decode(list, offset, 'void *');
		if (!pointer) return found;
		found.push(pointer);
	}
}

function textOf(koffi: typeof Koffi, call: ReturnType<typeof callsOf>, analysis: unknown, key: string) {
	const value: unknown = call.value(analysis, key);
	if (!value) return undefined;
	const text = String(koffi.decode(value, 'char', -1));
	call.freeValue(value);
	return text;
}

function reading(value: (key: string) => string | undefined): Reading {
	return {
		wordClass: value('CLASS'),
		mood: value('MOOD'),
		person: value('PERSON'),
		negative: value('NEGATIVE'),
		participle: value('PARTICIPLE'),
		grammaticalCase: value('SIJAMUOTO'),
		possessive: value('POSSESSIVE'),
		parts: partsIn(value('WORDBASES') ?? ''),
	};
}

/** `+väestö(väestö)+tieto(tieto)`: two; what is in brackets after a plus, as in `+us(+us)`, is an ending. */
export function partsIn(bases: string): number {
	return Math.max(1, bases.match(/\+[^+(]+\((?!\+)/g)?.length ?? 0);
}

/** A text repeats its words, and an editor asks again after every change. */
function remembering(morphology: Morphology): Morphology {
	const known = new Map<string, readonly Reading[]>();
	return {
		analyse: (word) => {
			const before = known.get(word);
			if (before) return before;
			if (known.size >= REMEMBERED) known.clear();
			const readings = morphology.analyse(word);
			known.set(word, readings);
			return readings;
		},
	};
}
