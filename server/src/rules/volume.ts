import type { FieldPath } from '../schema/field-path';
import type { ObjectMeta, Volume } from '../schema/generated/types';
import { validateConfigMapVolume, validateDownwardAPIVolume, validateSecretVolume } from './config-volumes';
import { byteLength, isDNS1123Subdomain, validateDNS1123Label } from './names';
import type { PodOptions } from './options';
import { validateProjectedVolume } from './projected-volume';
import * as retired from './retired-volumes';
import * as sources from './volume-sources';
import { goQuote, type Walk } from './walk';

/** core validation.ValidateVolumes: returns the volumes nothing is wrong with, by name. `meta` is that of a pod, and undefined for a template. */
export function validateVolumes(
	walk: Walk,
	volumes: readonly Volume[],
	meta: ObjectMeta | undefined,
	options: PodOptions,
	path: FieldPath,
): ReadonlyMap<string, Volume> {
	const podName = meta?.name;
	const createdClaims = new Set(podName ? volumes.filter(({ ephemeral }) => ephemeral).map(({ name }) => `${podName}-${name}`) : []);
	const valid = new Map<string, Volume>();
	volumes.forEach((volume, i) => {
		const at = path.index(i);
		const before = walk.problems.length;
		validateVolumeSource(walk, volume, { podName, options, at });
		if (!volume.name) walk.required(at.child('name'), '', 'volume/name-required');
		else validateDNS1123Label(walk, volume.name, at.child('name'), 'volume/name');
		if (valid.has(volume.name)) walk.duplicate(at.child('name'), volume.name, 'volume/name-unique');
		if (walk.problems.length === before) valid.set(volume.name, volume);
		const claim = volume.persistentVolumeClaim?.claimName;
		if (claim === undefined || !createdClaims.has(claim)) return;
		const detail = 'must not reference a PVC that gets created for an ephemeral volume';
		walk.invalid(at.child('persistentVolumeClaim', 'claimName'), claim, detail, 'volume/claim-of-ephemeral');
	});
	return valid;
}

interface Context {
	/** Undefined for a template. */
	readonly podName: string | undefined;
	readonly options: PodOptions;
	/** Where the volume is; its source is judged below. */
	readonly at: FieldPath;
}

type SourceName = Exclude<keyof Volume, 'name'>;
type Rule<Source> = (walk: Walk, source: Source, path: FieldPath, context: Context) => void;
type Rules = { readonly [Name in SourceName]: Rule<NonNullable<Volume[Name]>> };

/** In the order in which the server looks: of two sources the second one is too many. */
const RULES: Rules = {
	emptyDir: sources.validateEmptyDir,
	hostPath: sources.validateHostPath,
	gitRepo: retired.validateGitRepo,
	gcePersistentDisk: retired.validateGCEPersistentDisk,
	awsElasticBlockStore: retired.validateAWSElasticBlockStore,
	secret: validateSecretVolume,
	nfs: sources.validateNFS,
	iscsi: sources.validateISCSI,
	glusterfs: retired.validateGlusterfs,
	flocker: retired.validateFlocker,
	persistentVolumeClaim: sources.validateClaim,
	rbd: retired.validateRBD,
	cinder: retired.validateCinder,
	cephfs: retired.validateCephFS,
	quobyte: retired.validateQuobyte,
	downwardAPI: validateDownwardAPIVolume,
	fc: sources.validateFC,
	flexVolume: retired.validateFlexVolume,
	configMap: validateConfigMapVolume,
	azureFile: retired.validateAzureFile,
	vsphereVolume: retired.validateVsphereVolume,
	photonPersistentDisk: retired.validatePhotonPersistentDisk,
	portworxVolume: retired.validatePortworxVolume,
	azureDisk: retired.validateAzureDisk,
	storageos: retired.validateStorageOS,
	projected: (walk, source, path, { options }) => validateProjectedVolume(walk, source, options, path),
	scaleIO: retired.validateScaleIO,
	csi: sources.validateCSI,
	ephemeral: sources.validateEphemeral,
	image: (walk, source, path, { options }) => sources.validateImage(walk, source, options, path),
};

const SOURCE_NAMES = Object.keys(RULES) as readonly SourceName[];

/** Where the server's paths have other names than the fields. */
const MISSPELT: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };
const RENAMED: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };

/** core validation.validateVolumeSource */
function validateVolumeSource(walk: Walk, volume: Volume, context: Context): void {
	const { at } = context;
	let found = false;
	for (const name of SOURCE_NAMES) {
		const source = volume[name];
		if (source === undefined) continue;
		if (found) {
			const repair = { do: 'remove', path: at.child(name) } as const;
			walk.forbidden(at.child(name).saidAs(at.child(MISSPELT[name] ?? name)), 'may not specify more than 1 volume type', 'volume/one-type', repair);
		} else {
			// The table has for each source the rule of its type.
			(RULES[name] as Rule<unknown>)(walk, source, at.child(name).saidAs(at.child(RENAMED[name] ?? name)), context);
			if (name === 'ephemeral') validateClaimName(walk, volume.name, context);
		}
		if (name === 'iscsi') validateInitiatorFits(walk, volume, at);
		found = true;
	}
}

/** The claim that is made for the volume is named for the pod and the volume. */
function validateClaimName(walk: Walk, name: string, { podName, at }: Context): void {
	if (!podName || !name) return;
	const claim = `${podName}-${name}`;
	for (const complaint of isDNS1123Subdomain(claim)) {
		walk.invalid(at.child('name'), name, `PVC name ${goQuote(claim)}: ${complaint}`, 'volume/ephemeral-claim-name');
	}
}

function validateInitiatorFits(walk: Walk, { name, iscsi }: Volume, at: FieldPath): void {
	if (iscsi?.initiatorName === undefined || byteLength(`${name}:${iscsi.targetPortal}`) <= 64) return;
	const detail = 'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
	walk.invalid(at.child('name'), name, detail, 'volume/iscsi-length');
}
