/** Whether a text looks like what kubectl printed, before anybody is asked about it: of most files nothing is wished for. */

const DESCRIBED = /^Name: +\S/m;
const PARTS = /^(?:Containers|Init Containers|Events|Conditions):/m;
const TABLE = /^[ \t]*(?:NAMESPACE\s+)?NAME\s+READY\s+STATUS\s+RESTARTS\s+AGE\b/m;

/** What `kubectl describe pod` or `kubectl get pods` printed. */
export const looksPrinted = (text: string): boolean => TABLE.test(text) || (DESCRIBED.test(text) && PARTS.test(text));

/** What `kubectl get -o json` printed, of a pod or a workload. */
export const looksLive = (text: string): boolean =>
	/"kind": *"(?:Pod|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|CronJob)"/.test(text) && /"status": *\{/.test(text);
