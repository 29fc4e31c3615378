import { expect, test } from 'vitest';
import { fieldsOf } from './fields.ts';

test('texts are taken over by their names, files and what is no name of a field are not', () => {
	const form = new FormData();
	form.append('text', 'слово');
	form.append('picture', new File(['x'], 'x.png'));
	form.append('__proto__', 'x');
	form.append('constructor', 'y');
	const fields = fieldsOf(form);
	expect(Object.keys(fields)).toEqual(['text', 'constructor']);
	expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
});
