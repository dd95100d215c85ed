import type { Container, EphemeralContainer, HTTPGetAction, ObjectFieldSelector, Probe, Quantity } from '../schema/generated/types';
import { imageTag } from '../schema/image-reference';
import { canonical, parseQuantity, roundUpToMilli, textOfRounded } from '../schema/quantity';
import type { Mutable } from './mutable';

type ResourceList = Record<string, Quantity>;

/** The part of SetObjectDefaults_Pod that each container, init container and ephemeral container gets. */
export function setObjectDefaultsContainer(container: Mutable<Container | EphemeralContainer>): void {
	setDefaultsContainer(container);
	for (const port of container.ports ?? []) port.protocol ||= 'TCP';
	for (const { valueFrom } of container.env ?? []) {
		setDefaultsObjectFieldSelector(valueFrom?.fieldRef);
		if (valueFrom?.fileKeyRef) valueFrom.fileKeyRef.optional ??= false;
		if (valueFrom?.resourceFieldRef?.divisor !== undefined) valueFrom.resourceFieldRef.divisor = quantityString(valueFrom.resourceFieldRef.divisor);
	}
	setDefaultsResourceList(container.resources?.limits);
	setDefaultsResourceList(container.resources?.requests);
	for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe]) {
		if (!probe) continue;
		setDefaultsProbe(probe);
		setDefaultsHTTPGetAction(probe.httpGet);
		if (probe.grpc) probe.grpc.service ??= '';
	}
	setDefaultsHTTPGetAction(container.lifecycle?.postStart?.httpGet);
	setDefaultsHTTPGetAction(container.lifecycle?.preStop?.httpGet);
}

/** SetDefaults_Container. */
function setDefaultsContainer(container: Mutable<Container | EphemeralContainer>): void {
	container.imagePullPolicy ||= imageTag(container.image ?? '') === 'latest' ? 'Always' : 'IfNotPresent';
	container.terminationMessagePath ||= '/dev/termination-log';
	container.terminationMessagePolicy ||= 'File';
}

/** SetDefaults_ResourceList: thousandths are the finest. The rest stays as it is written. */
export function setDefaultsResourceList(list: ResourceList | undefined): void {
	for (const [name, text] of Object.entries(list ?? {})) {
		const amount = parseQuantity(text);
		const rounded = amount && roundUpToMilli(amount);
		if (list && rounded && rounded !== amount) list[name] = textOfRounded(rounded);
	}
}

/** Quantity.String of a quantity that nothing rounds. */
export function quantityString(text: Quantity): Quantity {
	const amount = parseQuantity(text);
	return amount ? canonical(amount) : text;
}

/** SetDefaults_Probe. */
function setDefaultsProbe(probe: Mutable<Probe>): void {
	probe.timeoutSeconds ||= 1;
	probe.periodSeconds ||= 10;
	probe.successThreshold ||= 1;
	probe.failureThreshold ||= 3;
}

/** SetDefaults_HTTPGetAction. */
function setDefaultsHTTPGetAction(action: Mutable<HTTPGetAction> | undefined): void {
	if (!action) return;
	action.path ||= '/';
	action.scheme ||= 'HTTP';
}

/** SetDefaults_ObjectFieldSelector. */
export function setDefaultsObjectFieldSelector(selector: Mutable<ObjectFieldSelector> | undefined): void {
	if (selector) selector.apiVersion ||= 'v1';
}

/** defaultHTTPProbeProtocol. */
export function defaultHTTPProbeProtocol(container: Mutable<Container | EphemeralContainer>): void {
	const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
	for (const handler of [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop]) {
		if (handler?.httpGet) handler.httpGet.protocol ??= 'HTTP1';
	}
}
