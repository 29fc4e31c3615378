import type { Page } from '@playwright/test';
import { expect, test } from './support/errand.ts';
import { ask, comeByCard, said, sendFirst, unique, visitor, writeOn } from './support/people.ts';
import { LANGUAGES, type Lang, say } from './support/words.ts';

const DANGER: Record<Lang, string> = {
	ru: 'помогите отец не дышит',
	fi: 'apua isä ei hengitä',
	en: 'help my father is not breathing',
};

for (const script of [true, false]) {
	const how = script ? 'with script' : 'without script';
	test(`${how}: words of danger bring the 112 card before anything is sent, in each language`, async ({ browser }) => {
		for (const lang of LANGUAGES) {
			const her = await visitor(browser, { lang, script });
			await comeByCard(her, 'opintopolku', lang);
			await her.getByLabel(say(lang, 'chat.first.label')).fill(DANGER[lang]);
			await sendFirst(her).click();
			await expectCall(her, lang);
			await expect(said(her)).toHaveCount(0);

			await her.goto(`/${lang}/search?q=${encodeURIComponent(DANGER[lang])}`);
			await expect(her.locator('main a[href="tel:112"]')).toBeVisible();
			await her.context().close();
		}
	});
}

test('in a conversation too: the card comes first, she goes back to her words or sends them all the same', async ({
	browser,
}) => {
	const her = await visitor(browser);
	await ask(her, 'opintopolku', unique('Как подать заявление '));
	const before = await said(her).count();
	await writeOn(her, DANGER.ru);
	await expectCall(her, 'ru');
	await expect(said(her)).toHaveCount(before);
	await her.getByRole('button', { name: say('ru', 'chat.hidden.edit') }).click();
	await expect(her.getByLabel(say('ru', 'chat.compose.label'))).toHaveValue(DANGER.ru);
	await writeOn(her, DANGER.ru);
	await her.getByRole('button', { name: say('ru', 'chat.urgent.send') }).click();
	await expect(
		said(her).filter({ hasText: DANGER.ru }).getByText(say('ru', 'chat.state.sent'), { exact: true }),
	).toBeVisible();
});

async function expectCall(page: Page, lang: Lang): Promise<void> {
	const card = page.getByRole('alert').filter({ hasText: say(lang, 'chat.urgent.title') });
	await expect(card).toBeVisible();
	await expect(card.locator('a[href="tel:112"]')).toBeVisible();
	await expect(card.locator('a[href="tel:112"]')).toBeInViewport();
}
