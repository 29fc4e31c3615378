import { describe, expect, it } from 'vitest';
import { coarseOf, rootOf, skeletonOf, skeletonsOf } from './skeleton.ts';

describe('the skeleton of a word', () => {
	it.each([
		['кела', 'kela'],
		['асумистуки', 'asumistuki'],
		['пяятёс', 'päätös'],
		['вильма', 'wilma'],
		['суоми', 'Suomi'.toLowerCase()],
		['нииралан', 'niiralan'],
		['опинтополку', 'opintopolku'],
	])('is one for «%s» and %s', (russian, finnish) => {
		expect(skeletonsOf(russian)).toContain(skeletonOf(finnish));
	});

	it.each([
		['grazhdanstvo', 'гражданство'],
		['zhilje', 'жилье'],
		['posobija', 'пособия'],
		['vrach', 'врач'],
		['detskij', 'детский'],
		['zajavlenie', 'заявление'],
		['xleb', 'хлеб'],
	])('reads Russian in Latin letters: %s', (latin, russian) => {
		expect(skeletonsOf(latin)).toContain(skeletonOf(russian));
	});

	it('is blunt about what a Russian ear mixes up', () => {
		expect(coarseOf(skeletonOf('каэла'))).toBe(coarseOf(skeletonOf('kela')));
		expect(coarseOf(skeletonOf('дуэки'))).toBe(coarseOf(skeletonOf('tueki')));
	});

	it('takes case endings off, but leaves a word', () => {
		expect(rootOf(skeletonOf('келе'))).toBe(rootOf(skeletonOf('кела')));
		expect(rootOf(skeletonOf('пенсиями'))).toBe('pens');
		expect(rootOf('sad')).toBe('sad');
	});
});
