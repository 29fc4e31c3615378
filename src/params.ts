import { defineParams } from '@sveltejs/kit/params';
import languages from '../messages/languages.json' with { type: 'json' };

export const params = defineParams({
	lang: (param) => (languages.some(({ code }) => code === param) ? param : undefined),
});
