/** Figures found by measuring (bench/search); a change here is a change of the score there. */
export const WEIGHTS = {
	field: { name: 4.5, alias: 3, situation: 2, provider: 0.9, purpose: 1 },
	repeat: 0.3,
	saturation: 1.5,
	similarityPower: 1.2,
	exact: 1,
	sameSkeleton: 0.9,
	otherScript: 0.94,
	sameRoot: 0.85,
	sameCoarse: 0.6,
	prefix: 0.95,
	partialPrefix: 0.85,
	insideWord: 0.74,
	aroundWord: 0.24,
	edit: 0.8,
	editPower: 2,
	trigrams: 0.8,
	leastTrigrams: 0.54,
	acrossScripts: 0.92,
	joined: 0.95,
	commonSimilarity: 0.66,
	rarityPower: 1.4,
	leastRarity: 0.28,
	unknownWord: 4,
	coverageFloor: 0.4,
	wholeName: 0.5,
	layoutMargin: 0.11,
	stopWordLetters: 2,
	chargram: 0.5
};

export type Weights = typeof WEIGHTS;
