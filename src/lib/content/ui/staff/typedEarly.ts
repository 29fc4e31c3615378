/**
 * The framework puts the values of the server into the fields when it takes the page over, also over what somebody on a
 * slow line has typed by then. Called before that it remembers; what it gives puts the words back, and says whether
 * there were any.
 */
export function typedEarly(form: string): () => boolean {
	if (typeof document === 'undefined') return () => false;
	const texts = [
		...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`${form} textarea, ${form} input`),
	];
	const kept = texts.filter(isTouched).map((field) => ({ field, value: field.value, isOn: isOn(field) }));
	const chosen = [...document.querySelectorAll<HTMLSelectElement>(`${form} select`)].map((field) => ({
		field,
		value: field.value,
	}));
	return () => {
		for (const { field, value } of chosen) field.value = value;
		for (const { field, value, isOn } of kept) {
			if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = isOn;
			else field.value = value;
		}
		return kept.length > 0;
	};
}

function isTouched(field: HTMLInputElement | HTMLTextAreaElement): boolean {
	if (field instanceof HTMLTextAreaElement || field.type === 'text' || field.type === 'date') {
		return field.value !== field.defaultValue;
	}
	return field.type === 'checkbox' && field.checked !== field.defaultChecked;
}

function isOn(field: HTMLInputElement | HTMLTextAreaElement): boolean {
	return field instanceof HTMLInputElement && field.checked;
}
