/** A tar file of texts by their paths. */
export function tarOf(files: Readonly<Record<string, string>>): Buffer {
	const blocks = Object.entries(files).flatMap(([name, text]) => {
		const head = Buffer.alloc(512);
		head.write(name, 0);
		head.write('0000644\0', 100);
		head.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
		head.write('        0', 148);
		head.write('ustar\u000000', 257);
		const sum = head.reduce((all, one) => all + one, 0);
		head.write(`${sum.toString(8).padStart(6, '0')}\0 0`, 148);
		const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
		body.write(text);
		return [head, body];
	});
	return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
