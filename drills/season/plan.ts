/** The series of the season as the form of the console takes them; plan figures as the project description has them. */
export type Planned = {
	readonly line: string;
	/** How many come. */
	readonly people: { readonly least: number; readonly most: number };
	readonly fields: Readonly<Record<string, string>>;
};

const PROJECT = 'demo-kuopio-2026';

const series = (line: string, title: string, fields: Record<string, string>): Planned['fields'] => ({
	...{ organisationId: 'demo-kuopio', state: 'public', line: `${PROJECT}/${line}`, audience: 'open', 'in-ru': 'on' },
	...{ 'title-ru': `Демо: ${title}`, 'title-fi': `Demo: ${title}`, 'title-en': `Demo: ${title}`, every: '1' },
	...{ mode: 'on-site', minutes: '120', holidays: 'on', weekday: '1', until: '2026-12-18' },
	...fields,
});

export const PLAN: readonly Planned[] = [
	{
		line: 'info-session',
		people: { least: 12, most: 25 },
		fields: series('info-session', 'OmaKela', {
			...{ activityId: 'info-session', kind: 'dates', placeId: 'demo-library', starts: '17:00', capacity: '25' },
			...{ takesRegistration: 'on', link: '' },
			days: [
				...['2026-01-28', '2026-02-25', '2026-03-25', '2026-04-22', '2026-05-20'],
				...['2026-08-26', '2026-09-23', '2026-10-21', '2026-11-18', '2026-12-09'],
			].join('\n'),
		}),
	},
	{
		line: 'kela-counselling',
		people: { least: 5, most: 12 },
		fields: series('kela-counselling', 'Kela', {
			...{ activityId: 'counselling', kind: 'monthly', 'nth-3': 'on', from: '2026-02-01', times: '10' },
			...{ placeId: 'demo-kela', starts: '09:00', minutes: '180', capacity: '9', slotMinutes: '20', until: '' },
			takesRegistration: 'on',
		}),
	},
	{
		line: 'counselling',
		people: { least: 5, most: 14 },
		fields: series('counselling', 'Työ', {
			...{ activityId: 'counselling', kind: 'monthly', 'nth-2': 'on', 'nth-4': 'on', weekday: '4', from: '2026-01-08' },
			...{ placeId: 'demo-employment', starts: '09:00', minutes: '180', times: '20', until: '' },
			...{ takesRegistration: 'on', capacity: '20' },
		}),
	},
	{
		line: 'general-counselling',
		people: { least: 1, most: 4 },
		fields: series('general-counselling', 'Neuvonta', {
			...{ activityId: 'general-counselling', kind: 'monthly', 'nth-1': 'on', weekday: '3', from: '2026-01-07' },
			...{ placeId: 'demo-room', starts: '13:00', minutes: '90' },
		}),
	},
	{
		line: 'digiklubi',
		people: { least: 4, most: 14 },
		fields: series('digiklubi', 'Digiklubi', {
			...{ activityId: 'club', kind: 'weekly', 'weekday-2': 'on', from: '2026-01-13', placeId: 'demo-library' },
			...{ starts: '12:00', breakFrom: '2026-06-15', breakTo: '2026-08-09' },
		}),
	},
];

/** So many dates each line has, counted by hand on a paper calendar of 2026. */
export const DATES: Readonly<Record<string, number>> = {
	'info-session': 10,
	'kela-counselling': 10,
	counselling: 20,
	'general-counselling': 12,
	digiklubi: 41,
};
