import { catalogue } from '../catalogue.server.ts';
import { placeIn } from './step.ts';

/** Which codes there are, as questions: nothing else may get into the figures. */
export function knownCodes() {
	const { topicById, serviceById, places, itemByKey } = catalogue();
	return {
		isTopic: (id: string): boolean => topicById.has(id),
		isService: (id: string): boolean => serviceById.has(id),
		isPlace: (id: string): boolean => places.some((place) => place.id === id),
		/** `guide#step`. */
		isStep: (id: string): boolean => {
			const [guide = '', step = ''] = id.split('#');
			return placeIn(catalogue(), guide, step, 'fi')?.step !== undefined;
		},
		/** The step of a guide by its number, as `guide#step`; null when there is none. */
		stepOf: (guide: string, number: number): string | null => {
			const steps = itemByKey.get(`guide/${guide}`)?.blocks.filter(({ kind }) => kind === 'step') ?? [];
			const step = steps[number - 1];
			return step ? `${guide}#${step.id}` : null;
		},
	};
}
