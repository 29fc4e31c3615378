const round = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18';

/** One drawing a word, on a 24 grid with a stroke of 1.75. Each stands on many pages: keep them short. */
export const pictograms = {
	identity: 'M3 5.5h18v13H3zM8.5 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4M5.3 15.8c.6-2.4 5.8-2.4 6.4 0M14.5 10H18M14.5 13.5H18',
	money: `${round}M15.5 8.6a4.5 4.5 0 1 0 0 6.8M7 10.8h6M7 13.3h5`,
	migration: `${round}M3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18`,
	post: 'M3 6h18v12.5H3zM3.5 6.5L12 13l8.5-6.5',
	legal: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a2.6 2.6 0 0 0 5 0zM19 7l-2.5 6.5a2.6 2.6 0 0 0 5 0z',
	info: `${round}M12 11v6M12 7.3v.1`,
	'digital-support': 'M5 5h14v10.5H5zM2.5 19.5h19M12 13v.1M10.4 8.8a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.9.6-.9 1',
	housing: 'M6 3.5h12v17H6zM3.5 20.5h17M9.5 7.5h1M13.5 7.5h1M9.5 11.5h1M13.5 11.5h1M10.5 20.5v-4.5h3v4.5',
	pension: 'M10 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M10 9v5.5l-2.5 6M10 14.5l3 6M10 10l4.5 3M17.5 20.5V13a1.5 1.5 0 0 0-3 0',
	family:
		'M8 9a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 9M3 20v-3a5 5 0 0 1 10 0v3M17 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M16 20v-.5a2.5 2.5 0 0 1 5 0v.5',
	benefits:
		'M13 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 13h3l4 1.5h3.5a1.6 1.6 0 0 1 0 3.2H10M15 16.5l4-2.3a1.5 1.5 0 0 1 1.7 2.5L14 21H6.5L3 19.5',
	work: 'M3 8h18v11.5H3zM9 8V4.5h6V8M3 13h18M12 12v2.5',
	health: 'M12 20.5C4 15 3 11.3 3 9a4.5 4.5 0 0 1 9-1.3A4.5 4.5 0 0 1 21 9c0 2.3-1 6-9 11.5M12 9.5v6M9 12.5h6',
	education: 'M2.5 9L12 4.5 21.5 9 12 13.5zM6.5 11v5c2.5 2.7 8.5 2.7 11 0v-5M21.5 9v6',
	tax: 'M6 3h9l3.5 3.5V21H6zM9.5 16.5l5-6M9.8 10.8v.1M14.2 16v.1',
	safety: 'M12 3l7.5 3v5.5c0 4.5-3 7.7-7.5 9.5-4.5-1.8-7.5-5-7.5-9.5V6zM8.8 12l2.3 2.3 4.1-4.3',
	transport: 'M4 4.5h16V17H4zM4 11.5h16M7.5 17v3M16.5 17v3M7.5 14.3v.1M16.5 14.3v.1',
	culture: 'M12 6.5C9.5 4.8 6 4.5 3 5v13.5c3-.5 6.5-.2 9 1.5 2.5-1.7 6-2 9-1.5V5c-3-.5-6.5-.2-9 1.5zM12 6.5V20',
	find: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.3 15.3L21 21',
	person: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20.5a6.5 6.5 0 0 1 13 0M15.5 3.5h6v5.5h-3l-2 2V9h-1z',
	place:
		'M12 21c-5-5.5-6.5-8.5-6.5-11.2a6.5 6.5 0 0 1 13 0c0 2.7-1.5 5.7-6.5 11.2M12 12.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8',
	phone:
		'M5 3.5h4l1.8 4.8L8.5 10a12 12 0 0 0 5.5 5.5l1.7-2.3 4.8 1.8v4a1.5 1.5 0 0 1-1.6 1.5A16.5 16.5 0 0 1 3.5 5 1.5 1.5 0 0 1 5 3.5',
	print: 'M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 13.5h10v7H7z',
	leave: 'M13 4H5v16h8M10 12h11M17 8l4 4-4 4',
	clock: `${round}M12 7v5l3.5 2`,
	tick: 'M4.5 12.5l5 5L19.5 7',
	warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.1',
	code: 'M3 7h18v10H3zM7 12h.1M10.3 12h.1M13.7 12h.1M17 12h.1',
	home: 'M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20',
	arrow: 'M4 12h15.5M13.5 6l6 6-6 6',
} as const;

type PictogramName = keyof typeof pictograms;

export function isPictogram(name: string): name is PictogramName {
	return Object.hasOwn(pictograms, name);
}
