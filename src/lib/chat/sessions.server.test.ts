import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { startSession, VISITOR_SESSIONS_CHANGED } from '#lib/cases/index.server.ts';
import { renewCode } from './end.server.ts';
import { visitorConversation } from './read.server.ts';
import { buildConversation } from './testing.ts';
import { visitorOf } from './visitor.ts';

const at = onGround();

test('a new code ends the sessions of other browsers and keeps hers; open streams are told', async () => {
	const { id, caseId, token } = await buildConversation();
	const stranger = await buildConversation();
	const others = [await startSession(at.ground.db, caseId), await startSession(at.ground.db, caseId)];
	const told: string[] = [];
	const stop = at.ground.bus.on(VISITOR_SESSIONS_CHANGED, (of) => told.push(of));
	await renewCode({ token }, visitorOf(caseId));
	stop();
	expect(told).toEqual([caseId]);
	expect((await visitorConversation(token))?.id).toBe(id);
	for (const other of others) expect(await visitorConversation(other)).toBeNull();
	expect((await visitorConversation(stranger.token))?.id).toBe(stranger.id);
});

test('without a browser of hers to keep, all are out', async () => {
	const { caseId, token } = await buildConversation();
	await renewCode({}, visitorOf(caseId));
	expect(await visitorConversation(token)).toBeNull();
});
