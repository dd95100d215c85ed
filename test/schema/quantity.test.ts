import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Amount, addAmounts, canonical, compareAmounts, milliValue, parseQuantity, roundUpToMilli, value } from '../../server/src/schema/quantity';

function amount(text: string): Amount {
	return parseQuantity(text) ?? assert.fail(`${text} does not parse`);
}

test('the canonical form is the one the server stores', () => {
	const stored: Record<string, string> = {
		'0': '0',
		'00': '0',
		'0m': '0',
		'-0': '0',
		'.': '0',
		'-': '0',
		Ki: '0', // nothing before the unit is zero
		'1': '1',
		'+1': '+1',
		'01': '01',
		'1.': '1.',
		'5.': '5.',
		'.5': '500m',
		'0.5': '500m',
		'1.5': '1500m',
		'1.500': '1.500',
		'1.000': '1',
		'100m': '100m',
		'1000m': '1',
		'1500m': '1500m',
		'0.0001': '100u',
		'1n': '1n',
		'0.1n': '1n',
		'1e-12': '1e-9',
		'-0.1n': '-1n',
		'1k': '1k',
		'1000': '1k',
		'10000': '10k',
		'1024': '1024',
		'1T': '1T',
		'2000P': '2E',
		'1000E': '1',
		'1Ki': '1Ki',
		'8Ki': '8Ki',
		'1024Mi': '1Gi',
		'1536Mi': '1536Mi',
		'0.5Ki': '512',
		'1.5Gi': '1536Mi',
		'0.1Mi': '104857600m',
		'0.1Ki': '102400m',
		'-1024Mi': '-1Gi',
		'16Ei': '9223372036854775807',
		'-16Ei': '-9223372036854775807',
		'0.0001Ki': '102400u',
		'1e3': '1e3',
		'1E3': '1E3',
		'1e4': '10e3',
		'12e2': '1200',
		'1e+3': '1e+3',
		'1e-3': '1e-3',
		'1.2e1': '1.2e1',
		'12345678901234567890': '12345678901234567890',
		' 1Gi ': '1Gi',
	};
	for (const [written, expected] of Object.entries(stored)) assert.equal(canonical(amount(written)), expected, written);
});

test('what is no quantity does not parse', () => {
	for (const text of [
		'',
		' ',
		'1 Gi',
		'1gi',
		'1GB',
		'1Mb',
		'1i',
		'1K',
		'1mi',
		'1.5.5',
		'1-5',
		'1e',
		'1ee5',
		'1e5m',
		'0x10',
		'1_000',
		'1,5',
		'one',
		'--1',
		'\t1',
		'१',
	])
		assert.equal(parseQuantity(text), undefined, JSON.stringify(text));
});

test('values round up, away from zero', () => {
	assert.equal(value(amount('100m')), 1n);
	assert.equal(value(amount('1500m')), 2n);
	assert.equal(value(amount('-1500m')), -2n);
	assert.equal(value(amount('1Gi')), 1073741824n);
	assert.equal(milliValue(amount('1u')), 1n);
	assert.equal(milliValue(amount('2')), 2000n);
});

test('amounts compare and add over formats', () => {
	assert.equal(compareAmounts(amount('1Gi'), amount('1G')), 1);
	assert.equal(compareAmounts(amount('1000m'), amount('1')), 0);
	assert.equal(compareAmounts(amount('-1'), amount('0')), -1);
	assert.equal(canonical(addAmounts(amount('1Gi'), amount('1Gi'))), '2Gi');
	assert.equal(canonical(addAmounts(amount('0'), amount('1Gi'))), '1Gi');
	assert.equal(canonical(addAmounts(amount('500m'), amount('1Ki'))), '1024500m');
});

test('rounding to thousandths keeps what needs none as it was written', () => {
	assert.equal(canonical(roundUpToMilli(amount('1u'))), '1m');
	assert.equal(canonical(roundUpToMilli(amount('1.500'))), '1.500');
});
