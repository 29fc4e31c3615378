import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	pledgeDueFrom,
	pledgeIsCurrent,
	pledgeRunsFrom,
	pledgeUntil,
	ROLES,
	type Role,
	type StaffActor,
} from './account.ts';
import { type Ability, may, organisationsWhere } from './policy.ts';

const HOME = 'home-association';
const OTHER = 'other-association';

const somebody = (role: Role | 'visitor', pledge = true): StaffActor | null =>
	role === 'visitor' ? null : staff([{ organisationId: HOME, role }], pledge);

const staff = (memberships: StaffActor['memberships'], pledge = true): StaffActor => ({
	...{ kind: 'staff', id: 'me', chosenName: 'Me', language: 'fi', isDemonstration: false },
	pledgeIsCurrent: pledge,
	mayHelp: true,
	memberships,
});

/** The nine people of the product; each row names every ability of theirs, and the test reads all the others as no. */
const MATRIX: Record<Role | 'visitor', readonly Ability[]> = {
	visitor: [],
	volunteer: ['helpAtDesk', 'useBoard', 'runEvents'],
	adviser: ['helpAtDesk', 'correctClosings', 'setHours', 'seeFigures', 'useBoard', 'runEvents', 'planEvents'],
	coordinator: [
		...(['manageAccounts', 'helpAtDesk', 'correctClosings', 'setHours', 'seeFigures', 'seeRetention'] as const),
		...(['useBoard', 'tendBoard', 'runEvents', 'planEvents', 'managePlaces'] as const),
	],
	clerk: ['referClients'],
	regional: ['seeFigures'],
	funder: ['seeFigures'],
	editor: ['useBoard'],
	admin: ['manageAccounts', 'seeFigures', 'seeRetention', 'seeAllRetention', 'seeDesign', 'managePlaces'],
};
const PEOPLE = ['visitor', ...ROLES] as const;
const SCOPED = [
	...(['manageAccounts', 'helpAtDesk', 'correctClosings', 'setHours', 'seeFigures', 'seeRetention'] as const),
	...(['referClients', 'runEvents', 'planEvents', 'managePlaces'] as const),
] as const;

test.each(PEOPLE)('%s has exactly the abilities of the table, and in no other organisation', (role) => {
	const sentences = may(somebody(role));
	expect(SCOPED.filter((ability) => sentences[ability](HOME))).toEqual(
		SCOPED.filter((ability) => MATRIX[role].includes(ability)),
	);
	expect(SCOPED.filter((ability) => sentences[ability](OTHER))).toEqual([]);
	expect(sentences.seeAllRetention()).toBe(MATRIX[role].includes('seeAllRetention'));
	expect(sentences.seeDesign()).toBe(MATRIX[role].includes('seeDesign'));
	expect(sentences.useBoard()).toBe(MATRIX[role].includes('useBoard'));
	expect(sentences.tendBoard()).toBe(MATRIX[role].includes('tendBoard'));
});

test('a volunteer whose pledge has lapsed helps neither at the desk nor at events; a paid worker does', () => {
	for (const ability of ['helpAtDesk', 'runEvents'] as const) {
		expect(may(somebody('volunteer', false))[ability](HOME)).toBe(false);
		expect(may(somebody('adviser', false))[ability](HOME)).toBe(true);
	}
});

test('a newcomer who still learns, or a volunteer who has left, has her shifts and nobody’s words, pledge or not', () => {
	const learning = (role: Role): StaffActor => ({ ...staff([{ organisationId: HOME, role }]), mayHelp: false });
	const held = (role: Role) => may(learning(role));
	for (const ability of ['helpAtDesk', 'runEvents'] as const) {
		expect(held('volunteer')[ability](HOME)).toBe(false);
		expect(held('adviser')[ability](HOME)).toBe(true);
	}
	expect(held('volunteer').useShifts(HOME)).toBe(true);
});

test('a pledge holds for a year', () => {
	expect(pledgeIsCurrent('2026-01-01', '2026-12-31')).toBe(true);
	expect(pledgeIsCurrent('2026-01-01', '2027-01-01')).toBe(false);
	expect(pledgeIsCurrent(null, '2026-01-01')).toBe(false);
});

test('its last day is the last on which it is current, and sixty days before its end it may be given anew', () => {
	const last = pledgeUntil('2026-01-01');
	expect([last, pledgeIsCurrent('2026-01-01', last)]).toEqual(['2026-12-31', true]);
	expect(pledgeDueFrom('2026-01-01')).toBe('2026-11-02');
});

test('renewed in its last sixty days it runs on from its end, once; before that nothing moves, afterwards it begins anew', () => {
	const first = '2026-01-01';
	expect(pledgeRunsFrom(null, first)).toBe(first);
	expect(pledgeRunsFrom(first, '2026-11-01')).toBe(first);
	for (const day of ['2026-11-02', '2026-12-31']) expect(pledgeRunsFrom(first, day)).toBe('2027-01-01');
	expect(pledgeRunsFrom('2027-01-01', '2026-11-02')).toBe('2027-01-01');
	expect(pledgeRunsFrom(first, '2027-01-01')).toBe('2027-01-01');
	expect(pledgeRunsFrom(first, '2027-03-05')).toBe('2027-03-05');
	expect(pledgeIsCurrent('2027-01-01', '2026-11-02')).toBe(true);
});

test('a system or visitor actor, even with memberships forged onto it, may nothing', () => {
	const forged = { ...staff([{ organisationId: HOME, role: 'admin' }]), kind: 'visitor' as const };
	expect(may(forged).manageAccounts(HOME)).toBe(false);
	expect(may({ kind: 'system', id: null }).manageAccounts(HOME)).toBe(false);
});

test('an ability that nobody defined throws', () => {
	const unknown: string = 'fly';
	// @ts-expect-error: it does not compile either
	expect(() => organisationsWhere(somebody('admin'), unknown)).toThrow(/fly/);
	expect(() => organisationsWhere(null, 'constructor' as Ability)).toThrow(/constructor/);
});

test('a coordinator gives every role but the administrator’s; an administrator gives every role; others none', () => {
	const given = (role: Role) =>
		ROLES.filter((wanted) => may(somebody(role)).grant({ organisationId: HOME, role: wanted }));
	expect(given('admin')).toEqual([...ROLES]);
	expect(given('coordinator')).toEqual(ROLES.filter((role) => role !== 'admin'));
	for (const role of ROLES) if (role !== 'admin' && role !== 'coordinator') expect(given(role)).toEqual([]);
});

const membership = fc.record({
	organisationId: fc.constantFrom(HOME, OTHER, 'third'),
	role: fc.constantFrom(...ROLES),
});

test('whoever may look after an account could have given all of it, and it is never their own', () => {
	fc.assert(
		fc.property(fc.array(membership), fc.array(membership, { minLength: 1 }), (mine, theirs) => {
			const sentences = may(staff(mine));
			const allowed = sentences.lookAfter({ id: 'them', memberships: theirs });
			expect(allowed).toBe(theirs.every((one) => sentences.grant(one)));
			expect(sentences.lookAfter({ id: 'me', memberships: theirs })).toBe(false);
		}),
	);
});
