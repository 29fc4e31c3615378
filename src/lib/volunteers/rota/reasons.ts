import { weekdayOf } from '#lib/platform/clock.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import type { Shift } from '../shifts/shift.ts';
import { type Candidate, choseWork, type Field, isKnownTo } from './field.ts';

const WEEK_MS = 7 * 86_400_000;
/** Shorter than that nobody calls it long. */
const LONG_WEEKS = 3;

/** Why just she is asked for just this, as codes with what they speak of: `free:2`. */
export function reasonsFor(field: Field, shift: Shift, one: Candidate): string[] {
	return [
		`${choseWork(shift, one) ? 'work' : 'known'}:${shift.work}`,
		...(one.free.length > 0 ? [`free:${weekdayOf(shift.day)}`] : []),
		...(shift.languages.length > 0 ? [`language:${shift.languages.join('+')}`] : []),
		...(shift.placeId !== null && one.placeIds.includes(shift.placeId) ? ['place'] : []),
		...longReason(field.at, one),
		...(isKnownTo(field, shift, one.id) ? [] : ['first']),
	];
}

function longReason(at: Date, { askedAt, lastShiftAt }: Candidate): string[] {
	if (askedAt === null && lastShiftAt === null) return ['never'];
	const weeks = askedAt && Math.floor((at.getTime() - askedAt.getTime()) / WEEK_MS);
	return weeks !== null && weeks >= LONG_WEEKS ? [`asked:${weeks}`] : [];
}

const named = (codes: string, say: Say): string =>
	codes
		.split('+')
		.map((code) => say(`content.language.${code}`))
		.join(', ');

/**
 * The same in words, for the coordinator and for the volunteer alike. Words: the areas `rota`, `rule` and `content`;
 * `workName`: of a form of work.
 */
export function reasonsSaid(reasons: readonly string[], say: Say, workName: (work: string) => string): string[] {
	return reasons.map((reason) => {
		const [code = '', what = ''] = reason.split(':');
		if (code === 'work' || code === 'known') return say(`rota.reason.${code}`, { work: workName(what) });
		if (code === 'free') return say('rota.reason.free', { on: say(`rule.on.${what}`) });
		if (code === 'language')
			return say('rota.reason.language', { count: what.split('+').length, language: named(what, say) });
		if (code === 'asked') return say('rota.reason.asked', { count: Number(what) });
		return say(`rota.reason.${code}`);
	});
}
