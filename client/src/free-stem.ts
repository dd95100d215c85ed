/** `web`, or `web-2` where a file `web.yaml` or its scenario is there already: whatever is there stays. */
export async function freeStem(name: string, exists: (file: string) => Promise<boolean>): Promise<string> {
	const safe = name.replace(/[^\w.-]/g, '-') || 'pod';
	for (let count = 1; count < 100; count++) {
		const stem = count === 1 ? safe : `${safe}-${count}`;
		const taken = await Promise.all([exists(`${stem}.yaml`), exists(`${stem}.scenario.yaml`)]);
		if (!taken.includes(true)) return stem;
	}
	return `${safe}-new`;
}
