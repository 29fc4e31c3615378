import type { Agreed } from './beforeSending.ts';

export type WritingHooks = {
	/** Asked before it goes; null when she wants to go on with it. */
	confirm(text: string): Promise<Agreed | null>;
	send(agreed: Agreed): void;
	/** Said now and then while she types. */
	typing(): void;
};

const TYPING_EVERY_MS = 2_500;

/** The form by script: asks before it sends, sends with Enter where there is a keyboard, tells that somebody types. */
export function startWriting(form: HTMLFormElement, field: HTMLTextAreaElement, hooks: WritingHooks): void {
	let isBusy = false;
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = field.value.trim();
		if (!text || isBusy) return;
		isBusy = true;
		const agreed = await hooks.confirm(text);
		isBusy = false;
		if (agreed !== null) {
			field.value = '';
			hooks.send(agreed);
		}
		field.focus();
	});
	field.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(hover: hover)').matches) {
			event.preventDefault();
			form.requestSubmit();
		}
	});
	let typedAt = 0;
	field.addEventListener('input', () => {
		if (Date.now() - typedAt < TYPING_EVERY_MS) return;
		typedAt = Date.now();
		hooks.typing();
	});
}
