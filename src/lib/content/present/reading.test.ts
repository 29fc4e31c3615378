import { beforeEach, expect, test } from 'vitest';
import { turnClock } from '#lib/platform/clock.ts';
import { aboutFields } from '../editing/sheet/aboutFields.ts';
import { storedAbout } from '../editing/sheet/aboutValues.ts';
import type { StarterFile } from '../item/starterItem.ts';
import { blockOf, catalogueWith, guide, itemOf, service, titled } from '../testing.ts';
import { learningPath } from './learning.ts';
import { materialLines, materialPage } from './material.ts';
import { mappedItems } from './sitemap.ts';
import { videoLines, videoPage } from './video.ts';
import { wholeCatalogue } from './whole.ts';

beforeEach(() => {
	const turnBack = turnClock(() => Date.parse('2026-11-22T10:00:00Z'));
	return turnBack;
});

const lesson = itemOf('guide', 'listen', { section: 'helpers', position: 20 }, [
	titled('Слушать', 'Kuuntele'),
	blockOf('try', 'exercise', 'Попробуйте.', 'Kokeile.'),
	blockOf('show', 'show', 'Покажите.', 'Näytä.'),
]);
const earlier = itemOf('guide', 'begin', { section: 'helpers', position: 10 }, [titled('Начать', 'Aloita')]);
const finnishOnly = itemOf('change', 'finnish', { announced: '2024-01-01' }, [
	{ id: 'title', kind: 'title', words: { fi: { text: 'Vain suomeksi' } } },
]);
const sheet = itemOf('material', 'sheet', { guides: ['send', 'gone'] }, [titled('Лист', 'Tuloste')]);
const film = (about: StarterFile['about']) => itemOf('video', 'film', about, [titled('Кино', 'Elokuva')]);
const catalogue = catalogueWith([service, guide, lesson, earlier, sheet]);

test('the learning path holds the guides for helpers in their order, with exercises and what to show', () => {
	const path = learningPath(catalogue, 'ru');
	expect(path.map(({ number, id, exercises, shows }) => [number, id, exercises.length, shows.length])).toEqual([
		[1, 'begin', 0, 0],
		[2, 'listen', 1, 1],
	]);
});

test('a sheet leads to the guides there are', () => {
	expect(materialLines(catalogue, 'fi').map(({ name }) => name)).toEqual(['Tuloste']);
	expect(materialPage(catalogue, 'sheet', 'ru')?.guides.map(({ name }) => name)).toEqual(['Как отправить']);
	expect(materialPage(catalogue, 'no-such', 'ru')).toBeUndefined();
});

test('a video says how long and how heavy it is, and plays from this site only', () => {
	const own = catalogueWith([film({ seconds: 95, megabytes: 4.2, captions: ['ru', '"><x'], file: '/media/film.mp4' })]);
	expect(videoLines(own, 'ru')).toMatchObject([{ minutes: 2, megabytes: 4, captions: ['ru'] }]);
	expect(videoPage(own, 'film', 'ru')).toMatchObject({
		...{ file: '/media/film.mp4', tracks: [{ lang: 'ru', file: '/media/film.ru.vtt' }] },
	});
	const foreign = ['//elsewhere.example/film.mp4', 'https://elsewhere.example/film.mp4', '/media/../film.mp4', 7];
	expect(foreign.map((file) => videoPage(catalogueWith([film({ file })]), 'film', 'ru')?.file)).toEqual(
		foreign.map(() => undefined),
	);
	expect(videoLines(catalogue, 'ru')).toEqual([]);
});

test('a video leads where its editor said', () => {
	const [web] = aboutFields('video').filter(({ shape }) => shape === 'web');
	const about = storedAbout('video', { [web?.name ?? '']: 'https://films.example/1' }, {});
	expect(videoPage(catalogueWith([film(about)]), 'film', 'ru')?.url).toBe('https://films.example/1');
});

test('the map leads to a text only in the languages in which all of it is there', () => {
	const partial = itemOf('guide', 'half', {}, [
		titled('Полпути', 'Puoli'),
		{ id: 'rest', kind: 'note', words: { fi: { text: 'Loput' } } },
	]);
	const mapped = mappedItems(catalogueWith([finnishOnly, partial, guide]), ['ru', 'fi', 'en']);
	expect(mapped.filter(({ path }) => !path.startsWith('/topics'))).toEqual([
		{ path: '/changes/finnish', languages: ['fi'], changed: '2026-11-01' },
		{ path: '/guides/half', languages: ['fi'], changed: '2026-11-01' },
		{ path: '/guides/send', languages: ['ru', 'fi'], changed: '2026-11-01' },
	]);
});

test('the whole catalogue names every service, guide and module, each where it is and of what day', () => {
	const whole = wholeCatalogue(catalogue, 'ru');
	expect(whole.day).toBe('2026-11-22');
	expect(whole.topics.flatMap(({ services }) => services)).toMatchObject([
		{ id: 'kela', site: 'kela.example', finnish: 'Kela', checked: undefined },
	]);
	expect(whole.sections.flatMap(({ guides }) => guides.map(({ id }) => id))).toEqual(['send']);
	expect(whole.helpers).toHaveLength(2);
});
