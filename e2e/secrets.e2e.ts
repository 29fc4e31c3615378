import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { filesWith, formsOf } from './support/folder.ts';
import { inFours, someCard, someHetu, someIban } from './support/numbers.ts';
import { answer, claim, comeByCard, helper, said, unique, visitor, writeFirst, writeOn } from './support/people.ts';
import { say } from './support/words.ts';

/** The data folder of the site that the errands visit. */
function dataFolder(): string {
	const folder = process.env.SILTA_E2E_DATA ?? '';
	expect(folder, 'SILTA_E2E_DATA names the data folder of the site').not.toBe('');
	return folder;
}

test('what is searched for in the data folder would be found: a name in the database, and every form in a file', async ({
	browser,
}) => {
	const chosenName = unique('Пробная');
	const staff = await helper(browser, 'coordinator');
	await staff.goto('/staff/accounts');
	await staff.getByLabel(say('ru', 'identity.accounts.chosenName')).fill(chosenName);
	await staff.locator('#shortName').fill(unique('proba-').toLowerCase());
	await staff.getByRole('button', { name: say('ru', 'identity.accounts.add'), exact: true }).click();
	await expect(staff.getByText(say('ru', 'identity.accounts.link.text'))).toBeVisible();
	expect(filesWith(dataFolder(), [chosenName]).filter((found) => found.includes('pg_wal'))).not.toEqual([]);

	const word = unique('зимородок');
	for (const [at, form] of formsOf(word).entries()) {
		const planted = path.join(dataFolder(), `planted-${at}`);
		fs.writeFileSync(planted, Buffer.concat([Buffer.from('before '), form, Buffer.from(' after')]));
		expect(filesWith(dataFolder(), [word])).toEqual([`planted-${at}: ${word}`]);
		fs.rmSync(planted);
	}
});

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';
	test(`${how}: an identity code, an account and a card number are shown as hidden before sending, and no file holds them or her words`, async ({
		browser,
	}) => {
		const word = unique('зимородок');
		const more = unique('свиристель');
		const [hetu, iban, card] = [someHetu(), someIban(), someCard()];
		const her = await visitor(browser, { script });
		const about = await comeByCard(her, script ? 'pankkitunnukset' : 'omaposti');
		await writeFirst(her, `Мой ${word}: код ${hetu}, счёт ${inFours(iban)}, карта ${inFours(card)}`);

		await expectHidden(her, 'blockquote', [hetu, inFours(iban), inFours(card)]);
		for (const kind of ['hetu', 'iban', 'card'])
			await expect(her.getByText(say('ru', `chat.hidden.kind.${kind}`)).first()).toBeVisible();
		await expect(said(her)).toHaveCount(0);
		await her.getByRole('button', { name: say('ru', 'chat.hidden.send') }).click();
		await expect(said(her).filter({ hasText: word })).toBeVisible();
		await expectHidden(her, '.bubble.mine', [hetu, inFours(iban), inFours(card)]);

		// Later messages pass through the page's script, where there is one.
		await writeOn(her, `Ещё ${more} ${someHetu()}`);
		await expect(her.getByRole('heading', { name: say('ru', 'chat.hidden.title') })).toBeVisible();
		await her.getByRole('button', { name: say('ru', 'chat.hidden.send') }).click();
		await expect(said(her).filter({ hasText: more })).toBeVisible();

		const desk = await helper(browser, script ? 'volunteer' : 'adviser');
		await claim(desk, about);
		for (const text of [word, more]) await expect(said(desk).filter({ hasText: text })).toBeVisible();
		await expect(desk.locator('body')).not.toContainText(hetu);
		const reply = unique('поползень');
		await answer(desk, reply);

		const secrets = [hetu, iban, inFours(iban), card, inFours(card), iban.slice(4), word, more, reply];
		expect(filesWith(dataFolder(), secrets)).toEqual([]);
	});
}

async function expectHidden(page: Page, where: string, numbers: readonly string[]): Promise<void> {
	const shown = page.locator(where).first();
	await expect(shown).toBeVisible();
	for (const number of numbers) await expect(shown).not.toContainText(number);
}
