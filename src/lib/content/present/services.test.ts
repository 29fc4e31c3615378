import { expect, test } from 'vitest';
import { catalogueOf } from '../catalogue.ts';
import type { Service } from '../service.ts';
import { publicCard } from '../testing.ts';
import { groups, home, phones, servicePage, topicPage } from './services.ts';

const order = {
	topics: ['housing', 'family', 'culture'].map(topic),
	frequent: ['crib', 'gone'],
	urgent: { card: 'call', next: {} },
};

function topic(id: string) {
	return { id, pictogram: id, names: { ru: `ru ${id}`, fi: `fi ${id}` } };
}

function service(id: string, position: number, topics: string[], more: Partial<Service> = {}): Service {
	const texts = { ru: `${id} по-русски`, fi: `${id} suomeksi` };
	const whatItIs = { ru: 'Нажмите [[fi:Lähetä]]. Потом ждите.', fi: 'Paina Lähetä. Odota sitten.' };
	const rest = { names: texts, provider: texts, url: 'https://x.example', login: [], languages: [], whatItIs } as const;
	return { id, position, topics, confidence: 'high', ...rest, ...more };
}

const phone = { number: '112', note: { ru: 'Помощь', fi: 'Apu' } };
const catalogue = catalogueOf(
	{
		revision: '1',
		items: [
			service('crib', 4, ['family', 'housing'], { phone }),
			service('flat', 1, ['housing']),
			service('hut', 9, ['housing']),
		].map(publicCard),
		aliases: [],
		places: [],
	},
	order,
);

test('the first page counts the services of each topic and leaves out a topic without any', () => {
	const { topics, frequent } = home(catalogue, 'fi');
	expect(topics.map(({ id, name, count }) => [id, name, count])).toEqual([
		['housing', 'fi housing', 3],
		['family', 'fi family', 1],
	]);
	expect(frequent).toEqual([{ id: 'crib', name: 'crib suomeksi' }]);
});

test('in the whole catalogue every service stands once, under its first topic', () => {
	const ids = groups(catalogue, 'ru').map(({ topic, services }) => [topic.id, services.map(({ id }) => id)]);
	expect(ids).toEqual([
		['housing', ['flat', 'hut']],
		['family', ['crib']],
	]);
});

test('a topic shows first what it is about, then what touches it; a line is one sentence without marks', () => {
	const page = topicPage(catalogue, 'housing', 'ru');
	expect(page?.services.map(({ id }) => id)).toEqual(['flat', 'hut', 'crib']);
	expect(page?.services[0]?.line).toBe('Нажмите Lähetä.');
	expect(topicPage(catalogue, 'nothing', 'ru')).toBeUndefined();
});

test('a line that begins with a question goes on to its answer', () => {
	const whatItIs = { ru: 'Потеряли карту? Позвоните сюда. Это бесплатно.', fi: 'Soita.' };
	const items = [publicCard(service('ask', 1, ['family'], { whatItIs }))];
	const asking = catalogueOf({ revision: '1', items, aliases: [], places: [] }, order);
	expect(topicPage(asking, 'family', 'ru')?.services[0]?.line).toBe('Потеряли карту? Позвоните сюда.');
});

test('a service has its neighbours of the same first topic beside it, never itself', () => {
	const page = servicePage(catalogue, 'flat', 'fi');
	expect(page?.service.whatItIs.ru).toContain('[[fi:Lähetä]]');
	expect(page?.related).toEqual([{ id: 'hut', name: 'hut suomeksi' }]);
	expect(servicePage(catalogue, 'constructor', 'fi')).toBeUndefined();
});

test('phones are those of the cards', () => {
	const [first, ...others] = phones(catalogue, 'ru');
	expect(first).toEqual({ serviceId: 'crib', name: 'crib по-русски', number: '112', note: 'Помощь' });
	expect(others).toEqual([]);
});
