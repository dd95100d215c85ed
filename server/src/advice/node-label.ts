import { type Advice, NONE } from './advice';
import type { Subject } from './subject';

/** The values that kubelets give themselves: GOOS and GOARCH. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
	'kubernetes.io/os': ['linux', 'windows'],
	'kubernetes.io/arch': ['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x', 'riscv64', 'loong64', 'mips64le'],
};
const CALLED: Readonly<Record<string, string>> = {
	x86_64: 'amd64',
	'x86-64': 'amd64',
	x64: 'amd64',
	aarch64: 'arm64',
	arm64v8: 'arm64',
	armv7: 'arm',
	i386: '386',
};

/** A nodeSelector that no node can have. */
export function nodeLabel({ spec, path }: Subject): readonly Advice[] {
	if (!spec.nodeSelector) return NONE;
	return Object.entries(VALUES).flatMap(([key, values]): readonly Advice[] => {
		const value = spec.nodeSelector?.[key];
		if (value === undefined || values.includes(value)) return [];
		const at = path.child('nodeSelector').key(key);
		const lower = value.toLowerCase();
		const to = Object.hasOwn(CALLED, lower) ? CALLED[lower] : values.find((one) => one === lower);
		const args = { key, value, values: values.join(', ') };
		return [
			{ path: at, code: 'advice/node-label', severity: 'warning', args, ...(to === undefined ? {} : { repair: { do: 'replace', path: at, from: value, to } }) },
		];
	});
}
