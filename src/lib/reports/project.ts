import type { InferOutput } from 'valibot';
import type { projectSchema } from './schema.ts';

/** A project as it is written in starter/projects and kept. What is absent was not published. */
export type Project = Readonly<InferOutput<typeof projectSchema>>;
export type PlanVersion = Project['versions'][number];
export type PlanLine = PlanVersion['lines'][number];
export type Target = PlanLine['targets'][number];
export type Measure = Target['measure'];
export type ReportedLine = Project['reported'][number];
export type Deviation = Project['deviations'][number];

/** The plan that holds: the last version. */
export function currentPlan(project: Project): PlanVersion {
	const last = project.versions.reduce((late, version) => (version.version > late.version ? version : late));
	return last;
}

/** All that is known about one line: each version's plan, what was reported, how it deviated. */
export type LineStory = {
	readonly id: string;
	readonly names: PlanLine['names'];
	readonly plans: readonly { version: PlanVersion; line: PlanLine | null }[];
	readonly isPlanned: boolean;
	readonly reported: ReportedLine | null;
	readonly deviation: Deviation | null;
	readonly replacement: ReportedLine | PlanLine | null;
};

/** The lines of the plan that holds, then what was done beyond it. */
export function storiesOf(project: Project): LineStory[] {
	const lines = currentPlan(project).lines;
	const beyond = project.reported.filter((reported) => !lines.some((line) => line.id === reported.line));
	return [
		...lines.map((line) => storyOf(project, line.id, line.names, true)),
		...beyond.map((reported) => storyOf(project, reported.line, reported.names, false)),
	];
}

function storyOf(project: Project, id: string, names: PlanLine['names'], isPlanned: boolean): LineStory {
	const deviation = project.deviations.find((found) => found.line === id) ?? null;
	return {
		id,
		names,
		isPlanned,
		plans: project.versions.map((version) => ({ version, line: lineIn(version, id) })),
		reported: project.reported.find((found) => found.line === id) ?? null,
		deviation,
		replacement: lineNamed(project, deviation?.replacedBy),
	};
}

function lineIn(version: PlanVersion, id: string): PlanLine | null {
	return version.lines.find((line) => line.id === id || line.becomes?.includes(id)) ?? null;
}

function lineNamed(project: Project, id: string | undefined): ReportedLine | PlanLine | null {
	const planned = currentPlan(project).lines.find((line) => line.id === id);
	return planned ?? project.reported.find((reported) => reported.line === id) ?? null;
}
