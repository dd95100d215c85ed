import type { Advice } from './advice';
import { wordsOf } from './shell';
import type { PlacedContainer, Subject } from './subject';

/** Programs that stand beside others and never end by themselves. */
const PROXIES =
	/(?:^|\/)(?:istio-?proxy|proxyv2|linkerd2?-proxy|envoy|cloud-?sql-proxy|gce-proxy|fluentd?|fluent-bit|filebeat|promtail|vector|vault-agent|oauth2-proxy|haproxy|nginx|redis|memcached|statsd(?:-exporter)?|otel-?(?:col|collector)|opentelemetry-collector(?:-contrib)?|telegraf|datadog-agent|consul|kube-rbac-proxy)(?=[:@]|$)/i;
const ENDLESS = /\bwhile\s+(?:true|:|\[\s*1\s*\])|\bsleep\s+infinity\b|\btail\s+(?:-n\s*\S+\s+)?-[fF]\b/;

/** A Job is done when its containers have ended, all of them: one that serves the others for ever keeps it from ending. */
export function jobSidecar({ kind, spec, containers }: Subject): readonly Advice[] {
	if (kind !== 'Job' && kind !== 'CronJob') return [];
	const apps = containers.filter(({ list }) => list === 'containers');
	const endless = apps.filter(isEndless);
	// Somebody who shares processes ends them from next door.
	if (endless.length === 0 || endless.length === apps.length || spec.shareProcessNamespace) return [];
	return endless.map(({ container: { name }, path }) => ({
		path: path.child('name'),
		code: 'advice/job-sidecar',
		severity: 'information',
		args: { container: name },
	}));
}

/** It says so itself, is known for it, or is asked whether it is ready. */
function isEndless({ container }: PlacedContainer): boolean {
	const words = wordsOf(container);
	if (words.length === 0 && PROXIES.test(container.image ?? '')) return true;
	return words.some((word) => ENDLESS.test(word)) || words.join(' ') === 'sleep infinity' || container.readinessProbe !== undefined;
}
