import { type Fault, type Fields, fault, textAt } from './object';
import { type Resource, resourceOf } from './resource';
import { homeOf, setTrace } from './written';

/** IAMPolicyGenerator: the service account of a cluster that stands for one of a cloud. */
export function generateServiceAccount(fields: Fields): Resource | Fault {
	const cloud = textAt(fields, 'cloud');
	const by = homeOf(fields);
	if (cloud !== 'gke') return fault(`cloud provider ${cloud} not supported yet`, by);
	const [name, namespace] = [textAt(fields, 'kubernetesService', 'name'), textAt(fields, 'kubernetesService', 'namespace')];
	const account = `${textAt(fields, 'serviceAccount', 'name')}@${textAt(fields, 'serviceAccount', 'projectId')}.iam.gserviceaccount.com`;
	const made: Fields = {
		apiVersion: 'v1',
		kind: 'ServiceAccount',
		metadata: { annotations: { 'iam.gke.io/gcp-service-account': account }, name, ...(namespace === '' ? {} : { namespace }) },
	};
	if (by) for (const key of Object.keys(made)) setTrace(made, key, { key: by, value: by });
	return resourceOf(made);
}
