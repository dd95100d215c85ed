// Takes the README's pictures anew, in both languages: `npm run pictures` writes media/*.png from the .vsix that the tests install.
import path from 'node:path';
import { root } from '../host/host.mjs';
import { eventually, openWorkbench } from './workbench.mjs';

const WORDS = {
	en: { theme: 'Default Dark Modern', hangs: 'it hangs', ending: '' },
	ko: { theme: 'Default Light Modern', hangs: '응답이 없으면', ending: '-ko' },
};

for (const [tongue, { theme, hangs, ending }] of Object.entries(WORDS)) {
	const workbench = await openWorkbench({
		settings: {
			'workbench.colorTheme': theme,
			'peapod.language': tongue,
			'editor.fontSize': 13,
			'editor.minimap.enabled': false,
			'editor.stickyScroll.enabled': false,
			'editor.scrollbar.vertical': 'hidden',
			'editor.scrollbar.horizontal': 'hidden',
			'breadcrumbs.enabled': false,
			'workbench.activityBar.location': 'top',
			'workbench.layoutControl.enabled': false,
			'window.commandCenter': false,
			'window.title': 'examples',
		},
	});
	const { page } = workbench;
	const panel = workbench.panel();
	const rest = () => page.waitForTimeout(800);
	const picture = (name) => page.screenshot({ path: path.join(root, 'media', `${name}${ending}.png`) });
	const sideBar = () => workbench.command('View: Toggle Primary Side Bar Visibility');

	await workbench.open('web.yaml');
	await workbench.openPanel();
	await sideBar();
	await rest();
	const edge = await page.locator('iframe.webview').boundingBox();
	await page.mouse.move(edge.x, 400);
	await page.mouse.down();
	await page.mouse.move(470, 400, { steps: 6 });
	await page.mouse.up();
	const headline = () => panel.locator('.headline h1').innerText();
	const before = await headline();
	await workbench.ask(hangs);
	await eventually('it is lived', async () => (await headline()) !== before);
	await panel.locator('.field', { hasText: 'failureThreshold' }).click();
	await page.mouse.move(640, 790);
	await rest();
	await picture('panel');

	await workbench.command('View: Close All Editors');
	await sideBar();
	await workbench.open('seven-mistakes.yaml');
	await page.locator('.monaco-editor .squiggly-error').nth(4).waitFor();
	await sideBar();
	await page.setViewportSize({ width: 1000, height: 640 });
	await rest();
	await page.locator('.monaco-editor .view-line span span', { hasText: /^2$/ }).first().hover();
	await page.locator('.monaco-hover:visible').first().waitFor();
	await rest();
	await picture('mistakes');
	await workbench.close();
}
