import type { FieldPath } from '../schema/field-path';
import type {
	ClusterTrustBundleProjection,
	ConfigMapProjection,
	PodCertificateProjection,
	ProjectedVolumeSource,
	SecretProjection,
	ServiceAccountTokenProjection,
	VolumeProjection,
} from '../schema/generated/types';
import { validateDefaults, validateDownwardAPIVolumeFile, validateKeyToPath, validateUser } from './config-volumes';
import { printed } from './internal-form';
import { validateLabelSelector } from './label-selector';
import { validateLocalNonReservedPath } from './local-path';
import { byteLength, isQualifiedName, reportInvalid } from './names';
import type { PodOptions } from './options';
import { clusterTrustBundleNameComplaints, isKubernetesSignerName, validateSignerName } from './signer-name';
import { plain, toChoice, type Walk } from './walk';

/** core validation.validateProjectedVolumeSource */
export function validateProjectedVolume(walk: Walk, source: ProjectedVolumeSource, options: PodOptions, path: FieldPath): void {
	validateDefaults(walk, source, path);
	const files = new Files(walk, path);
	source.sources?.forEach((projection, i) => {
		validateProjection(walk, projection, files, options, path, path.child('sources').index(i));
	});
}

/** The paths of the files that the sources bring together. The server says a conflict of the volume. */
class Files {
	private readonly paths = new Set<string>();

	constructor(
		private readonly walk: Walk,
		private readonly volume: FieldPath,
	) {}

	/** `at` is where it is written, `shown` what the server quotes. */
	add(path: string, at: FieldPath, shown: string = path): void {
		if (this.paths.has(path)) this.walk.invalid(at.saidAs(this.volume), shown, 'conflicting duplicate paths', 'volume/path-conflict');
		this.paths.add(path);
	}
}

/** core validation.validateProjectionSources, for one of them. */
function validateProjection(walk: Walk, projection: VolumeProjection, files: Files, options: PodOptions, volume: FieldPath, path: FieldPath): void {
	const { secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = projection;
	if (secret) validateItems(walk, secret, files, path.child('secret'));
	if (configMap) validateItems(walk, configMap, files, path.child('configMap'));
	for (const [i, file] of (downwardAPI?.items ?? []).entries()) {
		const at = path.child('downwardAPI', 'items').index(i);
		validateDownwardAPIVolumeFile(walk, file, at.saidAs(path.child('downwardAPI')));
		if (file.path) files.add(file.path, at.child('path'));
	}
	if (serviceAccountToken) validateServiceAccountToken(walk, serviceAccountToken, options, volume, path.child('serviceAccountToken'));
	if (clusterTrustBundle) validateClusterTrustBundle(walk, clusterTrustBundle, files, path.child('clusterTrustBundle'));
	if (podCertificate) validatePodCertificate(walk, podCertificate, files, path.child('podCertificate'));
	const sources = [secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate];
	if (sources.filter((source) => source !== undefined).length < 2) return;
	walk.forbidden(path, 'may not specify more than 1 volume type per source', 'volume/one-type-per-source');
}

function validateItems(walk: Walk, { name = '', items }: SecretProjection | ConfigMapProjection, files: Files, path: FieldPath): void {
	if (!name) walk.required(path.child('name'), '', 'volume/field-required');
	items?.forEach((item, i) => {
		validateKeyToPath(walk, item, path.child('items').index(i));
		if (item.path) files.add(item.path, path.child('items').index(i).child('path'), name);
	});
}

/** The server says the fault of the path of the volume. */
function validateServiceAccountToken(walk: Walk, token: ServiceAccountTokenProjection, options: PodOptions, volume: FieldPath, path: FieldPath): void {
	const { expirationSeconds } = token;
	const at = path.child('expirationSeconds');
	if (expirationSeconds === undefined) walk.required(at, '', 'volume/field-required');
	else if (expirationSeconds < 600)
		walk.invalid(at, expirationSeconds, 'may not specify a duration less than 10 minutes', 'volume/token-too-short', { do: 'set', path: at, to: 600 });
	else if (expirationSeconds > 2 ** 32) walk.invalid(at, expirationSeconds, 'may not specify a duration larger than 2^32 seconds', 'volume/token-too-long');
	const file = path.child('path').saidAs(volume.child('path'));
	if (!token.path) walk.required(file, '', 'volume/field-required');
	else if (!options.allowNonLocalProjectedTokenPath) validateLocalNonReservedPath(walk, token.path, file);
	validateUser(walk, token.user, path.child('user'));
}

function validateClusterTrustBundle(walk: Walk, bundle: ClusterTrustBundleProjection, files: Files, path: FieldPath): void {
	const { name, signerName } = bundle;
	if (name !== undefined && signerName !== undefined) {
		const shown = printed(walk, '*ClusterTrustBundleProjection', bundle);
		walk.invalid(path, shown, 'only one of name and signerName may be used', 'volume/bundle-one-name');
	} else if (name !== undefined) validateNamedBundle(walk, name, bundle, path);
	else if (signerName !== undefined) validateBundleOfSigner(walk, signerName, bundle, path);
	else walk.required(path, 'either name or signerName must be specified', 'volume/bundle-name-required');
	if (!bundle.path) walk.required(path.child('path'), '', 'volume/field-required');
	validateUser(walk, bundle.user, path.child('user'));
	validateLocalNonReservedPath(walk, bundle.path, path.child('path'));
	files.add(bundle.path, path.child('path'));
}

function validateNamedBundle(walk: Walk, name: string, { labelSelector }: ClusterTrustBundleProjection, path: FieldPath): void {
	const at = path.child('name');
	if (!name) walk.required(at, 'must be a valid object name', 'volume/bundle-name');
	const complaints = clusterTrustBundleNameComplaints(name).map((complaint) => `not a valid clustertrustbundlename: ${complaint}`);
	reportInvalid(walk, at, name, complaints, 'volume/bundle-name');
	if (!labelSelector) return;
	const selector = path.child('labelSelector');
	const shown = printed(walk, '*LabelSelector', labelSelector);
	walk.invalid(selector, shown, 'labelSelector must be unset if name is specified', 'volume/bundle-selector', { do: 'remove', path: selector });
}

function validateBundleOfSigner(walk: Walk, signerName: string, { labelSelector }: ClusterTrustBundleProjection, path: FieldPath): void {
	if (!signerName) walk.required(path.child('signerName'), 'must be a valid signer name', 'volume/signer-name');
	validateSignerName(walk, signerName, path.child('signerName'));
	validateLabelSelector(walk, labelSelector, { allowInvalidLabelValueInSelector: false }, path.child('labelSelector'));
}

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const HOUR = 3600;
const DAY = 24 * HOUR;

function validatePodCertificate(walk: Walk, certificate: PodCertificateProjection, files: Files, path: FieldPath): void {
	const { signerName, keyType, userAnnotations, maxExpirationSeconds } = certificate;
	validateSignerName(walk, signerName, path.child('signerName'));
	if (userAnnotations) validateUserAnnotations(walk, userAnnotations, path.child('userAnnotations'));
	validateUser(walk, certificate.user, path.child('user'));
	if (!KEY_TYPES.includes(keyType))
		walk.notSupported(path.child('keyType'), plain(keyType), KEY_TYPES, 'volume/key-type', toChoice(path.child('keyType'), keyType, KEY_TYPES));
	if (maxExpirationSeconds !== undefined) {
		const at = path.child('maxExpirationSeconds');
		const most = isKubernetesSignerName(signerName) ? DAY : 91 * DAY;
		if (maxExpirationSeconds < HOUR) {
			walk.invalid(at, maxExpirationSeconds, `if provided, maxExpirationSeconds must be >= ${HOUR}`, 'volume/certificate-too-short', {
				do: 'set',
				path: at,
				to: HOUR,
			});
		} else if (maxExpirationSeconds > most) {
			walk.invalid(at, maxExpirationSeconds, `if provided, maxExpirationSeconds must be <= ${most}`, 'volume/certificate-too-long', {
				do: 'set',
				path: at,
				to: most,
			});
		}
	}
	validateCertificatePaths(walk, certificate, files, path);
}

function validateCertificatePaths(walk: Walk, certificate: PodCertificateProjection, files: Files, path: FieldPath): void {
	let found = false;
	for (const field of ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const) {
		const target = certificate[field];
		if (!target) continue;
		found = true;
		validateLocalNonReservedPath(walk, target, path.child(field));
		files.add(target, path.child(field));
	}
	if (!found) walk.required(path, 'specify at least one of credentialBundlePath, keyPath, and certificateChainPath', 'volume/certificate-path-required');
}

const ANNOTATIONS_LIMIT = 256 * 1024;

/** core validation.ValidateUserAnnotations and, below it, validation.IsDomainPrefixedKey */
function validateUserAnnotations(walk: Walk, annotations: Readonly<Record<string, string>>, path: FieldPath): void {
	let size = 0;
	for (const [annotation, value] of Object.entries(annotations)) {
		const key = annotation.toLowerCase();
		const complaints = key && isQualifiedName(walk, key);
		const at = path.key(annotation).keyItself().saidAs(path);
		if (!complaints) walk.required(at, '', 'annotation/key');
		else if (complaints.length > 0) reportInvalid(walk, at, key, complaints, 'annotation/key');
		else if (!key.includes('/')) walk.invalid(at, key, 'must be a domain-prefixed key (such as "acme.io/foo")', 'annotation/domain-prefix');
		size += byteLength(annotation) + byteLength(value);
	}
	if (size > ANNOTATIONS_LIMIT) walk.tooLong(path, ANNOTATIONS_LIMIT, 'annotation/total-size');
}
