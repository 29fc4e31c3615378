import { answerTable } from '#lib/events/index.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, url }) => answerTable({ request, url }, 'csv');
