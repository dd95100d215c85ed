import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validateVolumes } from '../../server/src/rules/volume';
import type { ObjectMeta, Volume } from '../../server/src/schema/generated/types';
import { found } from './found';

type Sources = Omit<Volume, 'name'>;

const of = (volumes: readonly Volume[], version?: number, meta?: ObjectMeta) =>
	found((walk, at) => void validateVolumes(walk, volumes, meta, podOptions(walk, meta !== undefined), at), version);
/** What is wrong with one volume, less the way to it. */
const one = (sources: Sources, version?: number) => of([{ name: 'data', ...sources }], version).map((line) => line.replace('at[0].', ''));
const required = (...fields: readonly string[]) => fields.map((field) => `${field}: Required value`);

test('a volume has a name of its own and one source', () => {
	const emptyDir = {};
	assert.deepEqual(
		of([
			{ name: 'a', emptyDir },
			{ name: 'b', emptyDir },
		]),
		[],
	);
	assert.deepEqual(
		of([
			{ name: 'a', emptyDir },
			{ name: 'a', emptyDir },
		]),
		['at[1].name: Duplicate value: "a"'],
	);
	assert.deepEqual(of([{ name: '', emptyDir }]), ['at[0].name: Required value']);
	assert.deepEqual(of([{ name: 'a.b', emptyDir }]), ['at[0].name: Invalid value: "a.b": must not contain dots']);
});

test('of two sources the later in the server’s order is too many, under the name the server has for it', () => {
	const tooMany = 'Forbidden: may not specify more than 1 volume type';
	assert.deepEqual(one({ configMap: { name: 'a' }, emptyDir: {} }), [`configMap: ${tooMany}`]);
	assert.deepEqual(one({ emptyDir: {}, cephfs: { monitors: [] }, downwardAPI: {} }), [`cephFS: ${tooMany}`, `downwarAPI: ${tooMany}`]);
});

test('a name that failed is not taken, so nothing can refer to it', () => {
	found((walk, at) => {
		const volumes = [
			{ name: 'fine', emptyDir: {} },
			{ name: 'bad', secret: {} },
		];
		assert.deepEqual([...validateVolumes(walk, volumes, undefined, podOptions(walk, false), at).keys()], ['fine']);
	});
});

test('the claim of an ephemeral volume is named for the pod', () => {
	const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
	const volumes: readonly Volume[] = [
		{ name: 'own', ephemeral: { volumeClaimTemplate: { spec } } },
		{ name: 'other', persistentVolumeClaim: { claimName: 'web-own' } },
	];
	assert.deepEqual(of(volumes), []);
	assert.deepEqual(of(volumes, undefined, { name: 'db' }), []);
	assert.deepEqual(of(volumes, undefined, { name: 'web' }), [
		'at[1].persistentVolumeClaim.claimName: Invalid value: "web-own": must not reference a PVC that gets created for an ephemeral volume',
	]);
	const long = 'w'.repeat(250);
	assert.deepEqual(of(volumes, undefined, { name: long }), [`at[0].name: Invalid value: "own": PVC name "${long}-own": must be no more than 253 characters`]);
	assert.deepEqual(one({ ephemeral: {} }), required('ephemeral.volumeClaimTemplate'));
});

test('sources that pods use today', () => {
	const mode = 'must be a number between 0 and 0777 (octal), both inclusive';
	const cases: readonly [Sources, readonly string[]][] = [
		[{ emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } }, []],
		[{ emptyDir: { sizeLimit: '-1' } }, ['emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity']],
		[{ emptyDir: { mode: 0o2000 } }, ['emptyDir.mode: Invalid value: 1024: must be a number between 0 and 01777 (octal), both inclusive']],
		[{ hostPath: { path: '/data', type: 'Directory' } }, []],
		[{ hostPath: { path: '', type: 'dir' } }, required('hostPath.path')],
		[{ hostPath: { path: '/a/../b' } }, [`hostPath.path: Invalid value: "/a/../b": must not contain '..'`]],
		[
			{ hostPath: { path: '/a', type: 'directory' } },
			[
				'hostPath.type: Unsupported value: "directory": supported values: "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"',
			],
		],
		[{ nfs: { server: 'nfs', path: '/' } }, []],
		[{ nfs: { server: '', path: '' } }, [...required('nfs.server', 'nfs.path'), 'nfs.path: Invalid value: "": must be an absolute path']],
		[{ persistentVolumeClaim: { claimName: 'a' } }, []],
		[{ persistentVolumeClaim: { claimName: '' } }, required('persistentVolumeClaim.claimName')],
		[{ secret: { secretName: 'a', defaultMode: 0o777, items: [{ key: 'a', path: 'b/c', mode: 0 }] } }, []],
		[{ secret: { defaultMode: 0o1000 } }, [...required('secret.secretName'), `secret.defaultMode: Invalid value: 512: ${mode}`]],
		[{ configMap: { name: '', items: [{ key: '', path: '' }] } }, required('configMap.name', 'configMap.items[0].key', 'configMap.items[0].path')],
		[
			{ configMap: { name: 'a', items: [{ key: 'a', path: '/b', mode: -1, user: -1 }] } },
			[
				'configMap.items[0].path: Invalid value: "/b": must be a relative path',
				`configMap.items[0].mode: Invalid value: -1: ${mode}`,
				'configMap.items[0].user: Invalid value: -1: must be between 0 and 2147483647, inclusive',
			],
		],
		[{ downwardAPI: { items: [{ path: 'labels', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } }] } }, []],
		[
			{ downwardAPI: { items: [{ path: '..a' }] } },
			[`downwardAPI.path: Invalid value: "..a": must not start with '..'`, 'downwardAPI: Required value: one of fieldRef and resourceFieldRef is required'],
		],
		[{ csi: { driver: 'Disk.Example.com' } }, []],
		[{ csi: { driver: '', nodePublishSecretRef: {} } }, required('csi.driver', 'csi.nodePublishSecretRef.name')],
		[{ csi: { driver: `${'d'.repeat(60)}.com` } }, ['csi.driver: Too long: may not be more than 63 bytes']],
		[{ image: { reference: 'data:1', pullPolicy: 'Always' } }, []],
		[
			{ image: { pullPolicy: 'always' } },
			[...required('image.reference'), 'image.pullPolicy: Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"'],
		],
	];
	for (const [sources, lines] of cases) assert.deepEqual(one(sources), lines, JSON.stringify(sources));
});

test('sources that changed with the version', () => {
	assert.deepEqual(one({ image: { pullPolicy: 'Always' } }, 36), []);
	assert.equal(one({ csi: { driver: '' } }, 34).length, 2);
});

test('disks of a storage network', () => {
	const iscsi = { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:disk', lun: 0 };
	const cases: readonly [Sources, readonly string[]][] = [
		[{ iscsi }, []],
		[{ iscsi: { ...iscsi, iqn: 'naa.0123456789abcdef0123456789abcdef' } }, []],
		[
			{ iscsi: { targetPortal: '', iqn: '', lun: 256, chapAuthSession: true } },
			[...required('iscsi.targetPortal', 'iscsi.iqn'), 'iscsi.lun: Invalid value: 256: must be between 0 and 255, inclusive', ...required('iscsi.secretRef')],
		],
		[{ iscsi: { ...iscsi, iqn: 'disk' } }, ['iscsi.iqn: Invalid value: "disk": must be valid format starting with iqn, eui, or naa']],
		[{ iscsi: { ...iscsi, initiatorName: 'eui.12' } }, ['iscsi.initiatorname: Invalid value: "eui.12": must be valid format']],
		[
			{ iscsi: { ...iscsi, targetPortal: 'p'.repeat(60), initiatorName: iscsi.iqn } },
			['name: Invalid value: "data": Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.'],
		],
		[{ fc: { wwids: ['1'] } }, []],
		[{ fc: { targetWWNs: ['1'], lun: 2 } }, []],
		[{ fc: {} }, ['fc.targetWWNs: Required value: must specify either targetWWNs or wwids, but not both']],
		[
			{ fc: { targetWWNs: ['1'], wwids: ['2'] } },
			[
				'fc.targetWWNs: Invalid value: ["1"]: targetWWNs and wwids can not be specified simultaneously',
				'fc.lun: Required value: lun is required if targetWWNs is specified',
			],
		],
		[{ fc: { targetWWNs: ['1'], lun: 256 } }, ['fc.lun: Invalid value: 256: must be between 0 and 255, inclusive']],
	];
	for (const [sources, lines] of cases) assert.deepEqual(one(sources), lines, JSON.stringify(sources));
});

test('retired volumes are still judged', () => {
	const pairs = 'must be a host:port pair or multiple pairs separated by commas';
	const partition = 'Invalid value: 256: must be between 1 and 255, inclusive';
	const cases: readonly [Sources, Sources, readonly string[]][] = [
		[
			{ gitRepo: { repository: 'a', directory: 'b' } },
			{ gitRepo: { repository: '', directory: '/b' } },
			[...required('gitRepo.repository'), 'gitRepo.directory: Invalid value: "/b": must be a relative path'],
		],
		[
			{ gcePersistentDisk: { pdName: 'a', partition: 0 } },
			{ gcePersistentDisk: { pdName: '', partition: 256 } },
			[...required('persistentDisk.pdName'), `persistentDisk.partition: ${partition}`],
		],
		[
			{ awsElasticBlockStore: { volumeID: 'a' } },
			{ awsElasticBlockStore: { volumeID: '', partition: 256 } },
			[...required('awsElasticBlockStore.volumeID'), `awsElasticBlockStore.partition: ${partition}`],
		],
		[{ glusterfs: { endpoints: 'a', path: 'b' } }, { glusterfs: { endpoints: '', path: '' } }, required('glusterfs.endpoints', 'glusterfs.path')],
		[
			{ flocker: { datasetUUID: 'a' } },
			{ flocker: { datasetName: 'a/b', datasetUUID: 'c' } },
			[
				'flocker: Invalid value: "resource": datasetName and datasetUUID can not be specified simultaneously',
				`flocker.datasetName: Invalid value: "a/b": must not contain '/'`,
			],
		],
		[{ flocker: { datasetName: 'a' } }, { flocker: {} }, ['flocker: Required value: one of datasetName and datasetUUID is required']],
		[{ rbd: { monitors: ['a'], image: 'b' } }, { rbd: { monitors: [], image: '' } }, required('rbd.monitors', 'rbd.image')],
		[{ cephfs: { monitors: ['a'] } }, { cephfs: { monitors: [] } }, required('cephfs.monitors')],
		[
			{ cinder: { volumeID: 'a', secretRef: { name: 'b' } } },
			{ cinder: { volumeID: '', secretRef: {} } },
			required('cinder.volumeID', 'cinder.secretRef.name'),
		],
		[
			{ quobyte: { registry: 'a:1,[::1]:2', volume: 'v' } },
			{ quobyte: { registry: 'a,b:1:2', volume: '' } },
			[`quobyte.registry: Invalid value: "a,b:1:2": ${pairs}`, `quobyte.registry: Invalid value: "a,b:1:2": ${pairs}`, ...required('quobyte.volume')],
		],
		[{ quobyte: { registry: ':', volume: 'v' } }, { quobyte: { registry: '', volume: 'v' } }, [`quobyte.registry: Required value: ${pairs}`]],
		[
			{ quobyte: { registry: ':', volume: 'v', tenant: 't' } },
			{ quobyte: { registry: ':', volume: 'v', tenant: 't'.repeat(65) } },
			['quobyte.tenant: Required value: must be a UUID and may not exceed a length of 64 characters'],
		],
		[
			{ flexVolume: { driver: 'a', options: { 'xk8s.io/a': '', 'a/k8s.io': '' } } },
			{ flexVolume: { driver: '', options: { 'A.K8s.io/a': '' } } },
			[...required('flexVolume.driver'), 'flexVolume.options[A.K8s.io/a]: Invalid value: "A.K8s.io/a": kubernetes.io and k8s.io namespaces are reserved'],
		],
		[
			{ azureFile: { secretName: 'a', shareName: 'b' } },
			{ azureFile: { secretName: '', shareName: '' } },
			required('azureFile.secretName', 'azureFile.shareName'),
		],
		[
			{ azureDisk: { diskName: 'a', diskURI: '/subscriptions/a', kind: 'Managed', cachingMode: 'None' } },
			{ azureDisk: { diskName: '', diskURI: '' } },
			[...required('azureDisk.diskName', 'azureDisk.diskURI')],
		],
		[
			{ azureDisk: { diskName: 'a', diskURI: 'https://a', kind: 'Shared' } },
			{ azureDisk: { diskName: 'a', diskURI: '<a>', kind: 'shared', cachingMode: 'none' } },
			[
				'azureDisk.cachingMode: Unsupported value: "none": supported values: "None", "ReadOnly", "ReadWrite"',
				'azureDisk.kind: Unsupported value: "shared": supported values: "Dedicated", "Managed", "Shared"',
				'azureDisk.diskURI: Unsupported value: "<a>": supported values: "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"',
			],
		],
		[{ vsphereVolume: { volumePath: 'a' } }, { vsphereVolume: { volumePath: '' } }, required('vsphereVolume.volumePath')],
		[{ photonPersistentDisk: { pdID: 'a' } }, { photonPersistentDisk: { pdID: '' } }, required('photonPersistentDisk.pdID')],
		[{ portworxVolume: { volumeID: 'a' } }, { portworxVolume: { volumeID: '' } }, required('portworxVolume.volumeID')],
		[
			{ storageos: { volumeName: 'a', volumeNamespace: 'b' } },
			{ storageos: { volumeNamespace: 'b.c', secretRef: {} } },
			[...required('storageos.volumeName'), 'storageos.volumeNamespace: Invalid value: "b.c": must not contain dots', ...required('storageos.secretRef.name')],
		],
		[
			{ scaleIO: { gateway: 'a', system: 'b', volumeName: 'c', secretRef: {} } },
			{ scaleIO: { gateway: '', system: '', secretRef: {} } },
			[...required('scaleIO.gateway', 'scaleIO.system', 'scaleIO.volumeName')],
		],
	];
	for (const [fine, bad, lines] of cases) {
		assert.deepEqual(one(fine), [], JSON.stringify(fine));
		assert.deepEqual(one(bad), lines, JSON.stringify(bad));
	}
});
