import { RULES } from './checks/dependencies/rules.ts';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: RULES,
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|\\.svelte-kit|static/client)/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
		},
	},
};
