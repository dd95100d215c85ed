import type { Bilingual } from '../../protocol/text';
import { type Amount, parseQuantity } from '../../schema/quantity';

const NANO = 10n ** 9n;

/** What is longer than this amounts to nothing that anybody could read. */
const LONGEST = 40;

/** What a quantity of a resource amounts to: `500m` of cpu is half a core, `128Mi` of memory 134,217,728 bytes. */
export function amountText(text: string, resource: string): Bilingual | undefined {
	const amount = text.length <= LONGEST ? parseQuantity(text) : undefined;
	if (!amount || amount.nano < 0n) return undefined;
	if (resource === 'cpu' || resource.endsWith('.cpu')) return cores(amount);
	if (!/memory|storage|hugepages|sizeLimit/.test(resource)) return undefined;
	return bytes(amount);
}

const FRACTIONS: Readonly<Record<string, Bilingual>> = {
	'500': { en: 'half a core', ko: '코어 절반' },
	'250': { en: 'a quarter of a core', ko: '코어의 4분의 1' },
	'750': { en: 'three quarters of a core', ko: '코어의 4분의 3' },
	'100': { en: 'a tenth of a core', ko: '코어의 10분의 1' },
};

function cores({ nano }: Amount): Bilingual {
	const milli = nano / (NANO / 1000n);
	const count = decimal(nano);
	const part =
		FRACTIONS[String(milli)] ??
		(nano < NANO ? { en: `${count} of a core`, ko: `코어 ${count}개` } : { en: count === '1' ? 'one core' : `${count} cores`, ko: `코어 ${count}개` });
	return part;
}

function bytes({ nano, format }: Amount): Bilingual {
	const count = grouped(decimal(nano));
	if (nano % NANO !== 0n || nano < 1024n * NANO) {
		return nano > 0n && nano < 1024n * NANO
			? {
					en: `${count} bytes: hardly what was meant; memory is written in \`Mi\` or \`Gi\``,
					ko: `${count}바이트. 단위를 잘못 적은 듯하다. \`Mi\`나 \`Gi\`를 쓴다`,
				}
			: { en: `${count} bytes`, ko: `${count}바이트` };
	}
	// In the other unit: what is written says the one already.
	const other = format === 'BinarySI' ? inUnits(nano / NANO, 1000, ['kB', 'MB', 'GB', 'TB', 'PB']) : inUnits(nano / NANO, 1024, ['Ki', 'Mi', 'Gi', 'Ti', 'Pi']);
	return { en: `${count} bytes (${other})`, ko: `${count}바이트(${other})` };
}

/** `122.1Mi`, `134.2MB`. */
function inUnits(count: bigint, step: number, units: readonly string[]): string {
	let size = Number(count) / step;
	let unit = 0;
	while (size >= step && unit < units.length - 1) {
		size /= step;
		unit++;
	}
	return `${Math.round(size * 10) / 10}${units[unit]}`;
}

/** Nanos as a plain number. */
function decimal(nano: bigint): string {
	const fraction = String(nano % NANO)
		.padStart(9, '0')
		.replace(/0+$/, '');
	return `${nano / NANO}${fraction && `.${fraction}`}`;
}

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',');

/** Modes as people say them, in octal: written without the zero, they are other numbers. */
const CUSTOMARY = new Set(['400', '440', '444', '550', '555', '600', '640', '644', '660', '664', '700', '744', '750', '755', '770', '775', '777']);

/** File mode bits: `0644` is 420, rw-r--r--; undefined for what is none. */
export function modeText(mode: number, written: string): Bilingual | undefined {
	if (!Number.isInteger(mode) || mode < 0 || mode > 0o7777) return undefined;
	const letters = [6, 3, 0].map((shift) => ['r', 'w', 'x'].map((letter, i) => ((mode >> shift) & (4 >> i) ? letter : '-')).join('')).join('');
	const octal = `0${mode.toString(8)}`;
	const isOctal = /^0o?[0-7]+$/.test(written) && written !== '0';
	if (isOctal) return { en: `\`${written}\` = ${mode} (\`${letters}\`)`, ko: `\`${written}\` = ${mode}(\`${letters}\`)` };
	if (CUSTOMARY.has(written)) {
		const meant = Number.parseInt(written, 8).toString(8);
		return {
			en: `${mode} is \`${octal}\` (\`${letters}\`). Was \`0${meant}\` meant?`,
			ko: `8진수로는 \`${octal}\`(\`${letters}\`)이다. \`0${meant}\`라고 쓰려던 것은 아닌지 확인한다.`,
		};
	}
	return { en: `${mode} = \`${octal}\` (\`${letters}\`)`, ko: `${mode} = \`${octal}\`(\`${letters}\`)` };
}
