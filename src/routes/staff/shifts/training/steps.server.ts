import { catalogue, learningPath, lineOfItem, type Module } from '#lib/content/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { OwnStep } from '#lib/volunteers/index.server.ts';

/** A step as she reads it; one whose text is not public now is left out. */
export type Shown = {
	readonly id: string;
	readonly doneOn: string | null;
	readonly name: string;
	readonly nameLang?: string | undefined;
	readonly line: string;
	readonly href: string;
	readonly shows: Module['shows'];
};

export function shownSteps(steps: readonly OwnStep[], lang: string): Shown[] {
	const modules = learningPath(catalogue(), lang);
	return steps.flatMap((step) => shown(step, modules, lang) ?? []);
}

function shown(step: OwnStep, modules: readonly Module[], lang: string): Shown | null {
	const { id, doneOn } = step;
	if ('href' in step)
		return {
			id,
			doneOn,
			name: inLanguage(step.names, lang),
			line: inLanguage(step.lines, lang),
			href: step.href,
			shows: [],
		};
	const found = 'guide' in step ? modules.find((module) => module.id === step.guide) : materialOf(step.material, lang);
	if (!found) return null;
	const { name, lang: nameLang, line, href } = found;
	return { id, doneOn, name, nameLang, line, href, shows: found.shows };
}

function materialOf(id: string, lang: string) {
	const item = catalogue().itemsByKind.material.find((one) => one.id === id);
	return item && { ...lineOfItem(item, lang), shows: [] };
}
