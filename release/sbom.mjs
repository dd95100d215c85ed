/**
 * What Peapod is made of, as CycloneDX 1.5 has it: every package of a package-lock.json that is not there for its tests and tools alone.
 * `npm sbom --omit dev` leaves out what both need.
 */
export function sbom(lock) {
	const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
	const components = Object.entries(lock.packages).flatMap(([place, { version, license, integrity, dev }]) => {
		if (place === '' || dev) return [];
		const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
		const [algorithm = '', digest = ''] = (integrity ?? '').split('-');
		return {
			type: 'library',
			'bom-ref': place,
			name,
			version,
			purl: purl(name, version),
			...(license && { licenses: [{ license: { id: license } }] }),
			...(digest && { hashes: [{ alg: algorithm.replace(/^sha/, 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }] }),
		};
	});
	const { name, version } = lock;
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.5',
		version: 1,
		metadata: { component: { type: 'application', 'bom-ref': name, name, version, purl: purl(name, version) } },
		components,
	};
}
