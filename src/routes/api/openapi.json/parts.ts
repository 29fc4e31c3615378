/** What descriptions of addresses are put together from. */
export function parameter(name: string, about: string, schema: object, required = false) {
	return { name, in: 'query', description: about, required, schema };
}

export function content(schema: string) {
	return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } };
}

export const text = { type: 'string' };
