import { type Answer, request, type Visit } from '../../bench/common/request.ts';

/** The same browser, sent by the proxy to another node: its cookies go with it. */
export type Elsewhere = {
	get(path: string): Promise<Answer>;
	postForm(path: string, fields: Record<string, string>): Promise<Answer>;
	postJson(path: string, value: unknown): Promise<Answer>;
	headers(): Record<string, string>;
};

export function elsewhere(visit: Visit, address: string): Elsewhere {
	const headers = (more: Record<string, string> = {}) => ({ ...visit.headers(), origin: address, ...more });
	const post = (path: string, type: string, body: string): Promise<Answer> =>
		request('POST', address + path, {
			body,
			from: visit.from,
			headers: headers({ 'content-type': type, accept: type }),
		});
	return {
		headers,
		get: (path) => request('GET', address + path, { headers: headers(), from: visit.from }),
		postForm: (path, fields) => post(path, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
		postJson: (path, value) => post(path, 'application/json', JSON.stringify(value)),
	};
}
