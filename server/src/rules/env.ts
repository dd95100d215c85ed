import type { FieldPath } from '../schema/field-path';
import type { EnvFromSource, EnvVar, FileKeySelector } from '../schema/generated/types';
import { ENV_FIELD_PATHS, validateObjectFieldSelector, validateResourceFieldSelector } from './downward-api';
import { validatePathNoBacksteps } from './local-path';
import { isConfigMapKey, isEnvVarName, isRelaxedEnvVarName, nameIsDNSSubdomain, reportInvalid, validateDNS1123Label } from './names';
import type { PodOptions } from './options';
import type { Walk } from './walk';

/** core validation.ValidateEnv */
export function validateEnv(walk: Walk, variables: readonly EnvVar[], options: PodOptions, path: FieldPath): void {
	variables.forEach((variable, i) => {
		const at = path.index(i);
		if (!variable.name) walk.required(at.child('name'), '', 'env/name-required');
		else validateName(walk, variable.name, options, at.child('name'), 'env/name');
		validateValueFrom(walk, variable, options, at.child('valueFrom'));
	});
}

function validateName(walk: Walk, name: string, options: PodOptions, path: FieldPath, code: string): void {
	const judge = options.allowRelaxedEnvironmentVariableValidation ? isRelaxedEnvVarName : isEnvVarName;
	reportInvalid(walk, path, name, judge(name), code);
}

/** core validation.validateEnvVarValueFrom */
function validateValueFrom(walk: Walk, { value, valueFrom }: EnvVar, options: PodOptions, path: FieldPath): void {
	if (!valueFrom) return;
	const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom;
	if (fieldRef) validateObjectFieldSelector(walk, fieldRef, ENV_FIELD_PATHS, path.child('fieldRef'));
	if (resourceFieldRef) validateResourceFieldSelector(walk, resourceFieldRef, path.child('resourceFieldRef'), 'env');
	if (configMapKeyRef) validateKeySelector(walk, configMapKeyRef, path.child('configMapKeyRef'));
	if (secretKeyRef) validateKeySelector(walk, secretKeyRef, path.child('secretKeyRef'));
	if (fileKeyRef) validateFileKeySelector(walk, fileKeyRef, path.child('fileKeyRef'));
	const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter((source) => source !== undefined).length;
	if (sources === 0) {
		const choices = options.allowEnvFilesValidation ? '`configMapKeyRef`, `secretKeyRef` or `fileKeyRef`' : '`configMapKeyRef` or `secretKeyRef`';
		walk.invalid(path, '', `must specify one of: \`fieldRef\`, \`resourceFieldRef\`, ${choices}`, 'env/value-from-empty');
	} else if (value) {
		walk.invalid(path, '', 'may not be specified when `value` is not empty', 'env/value-and-value-from');
	} else if (sources > 1) {
		walk.invalid(path, '', 'may not have more than one field specified at a time', 'env/one-source');
	}
}

/** core validation.validateConfigMapKeySelector and validateSecretKeySelector */
function validateKeySelector(walk: Walk, { name = '', key }: { readonly name?: string; readonly key: string }, path: FieldPath): void {
	reportInvalid(walk, path.child('name'), name, nameIsDNSSubdomain(name, false), 'env/source-name');
	if (!key) walk.required(path.child('key'), '', 'env/key-required');
	else reportInvalid(walk, path.child('key'), key, isConfigMapKey(key), 'env/key');
}

/** core validation.validateFileKeySelector */
function validateFileKeySelector(walk: Walk, selector: FileKeySelector, path: FieldPath): void {
	if (!selector.key) walk.required(path.child('key'), '', 'env/key-required');
	else reportInvalid(walk, path.child('key'), selector.key, isRelaxedEnvVarName(selector.key), 'env/key');
	if (!selector.volumeName) walk.required(path.child('volumeName'), '', 'env/file-volume-required');
	else validateDNS1123Label(walk, selector.volumeName, path.child('volumeName'), 'env/file-volume');
	if (!selector.path) walk.required(path.child('path'), '', 'env/file-path-required');
	else validatePathNoBacksteps(walk, selector.path, path.child('path'));
}

/** core validation.ValidateEnvFrom; what is wrong with the number of sources it says of the whole list. */
export function validateEnvFrom(walk: Walk, sources: readonly EnvFromSource[], options: PodOptions, path: FieldPath): void {
	sources.forEach(({ prefix, configMapRef, secretRef }, i) => {
		const at = path.index(i);
		if (prefix) validateName(walk, prefix, options, at.child('prefix'), 'env/prefix');
		if (configMapRef) validateSourceName(walk, configMapRef.name, at.child('configMapRef', 'name'));
		if (secretRef) validateSourceName(walk, secretRef.name, at.child('secretRef', 'name'));
		if (!configMapRef && !secretRef) walk.invalid(at.saidAs(path), '', 'must specify one of: `configMapRef` or `secretRef`', 'env/from-empty');
		else if (configMapRef && secretRef) walk.invalid(at.saidAs(path), '', 'may not have more than one field specified at a time', 'env/one-source');
	});
}

/** core validation.validateConfigMapEnvSource and validateSecretEnvSource, which let a name end in a dash. */
function validateSourceName(walk: Walk, name: string | undefined, path: FieldPath): void {
	if (!name) walk.required(path, '', 'env/source-name-required');
	else reportInvalid(walk, path, name, nameIsDNSSubdomain(name, true), 'env/source-name');
}
