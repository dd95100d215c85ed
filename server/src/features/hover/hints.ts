import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Container } from '../../schema/generated/types';
import type { Judgement } from '../diagnose/judge';
import { podSpecOf } from '../life/simulate';
import { manifestsOf } from '../manifests';
import { type ProbeBudget, probeBudget } from './probe-budget';

/** A computed fact, shown behind what is written at `offset` of the file. */
export interface Hint {
	readonly offset: number;
	readonly label: Bilingual;
}

/** What follows from a manifest but is not written in it: the QoS class, and what the numbers of a probe amount to. Silent on what the server refuses. */
export function hints(file: File, judged: (manifest: Manifest) => Judgement): readonly Hint[] {
	return manifestsOf(file).flatMap((manifest) => {
		const judgement = judged(manifest);
		return judgement.accepted && manifest.document.faults.length === 0 ? ofManifest(manifest, judgement) : [];
	});
}

function ofManifest(manifest: Manifest, judgement: Judgement): readonly Hint[] {
	const spec = podSpecOf(manifest, judgement);
	const above = [...manifest.kind.template, 'spec'];
	const probes = (['initContainers', 'containers'] as const).flatMap((list) =>
		(spec[list] ?? []).flatMap((container, index) => {
			const comesBack = (container.restartPolicy ?? spec.restartPolicy) !== 'Never';
			return ofContainer(manifest, container, [...above, list, index], comesBack);
		}),
	);
	const qos = judgement.qos ? behindValue(manifest, ['kind'], { en: `QoS ${judgement.qos}`, ko: `QoS ${judgement.qos}` }) : [];
	// Containers that come by an alias are written once.
	return [...new Map([...qos, ...probes].map((hint) => [hint.offset, hint])).values()];
}

function ofContainer(manifest: Manifest, container: Container, path: readonly Segment[], comesBack: boolean): readonly Hint[] {
	return (['startupProbe', 'livenessProbe', 'readinessProbe'] as const).flatMap((name) => {
		const probe = container[name];
		return probe ? behindKey(manifest, [...path, name], budgetText(name, probeBudget(probe), comesBack)) : [];
	});
}

/** How many failures have an effect, and how long that takes at most. */
function budgetText(name: 'startupProbe' | 'livenessProbe' | 'readinessProbe', budget: ProbeBudget, comesBack: boolean): Bilingual {
	const {
		tries,
		starting,
		failing: { en, ko },
	} = budget;
	const times = tries === 1 ? { en: 'one failure', ko: '한 번' } : { en: `${tries} failures in a row`, ko: `${tries}번 연속` };
	switch (name) {
		case 'startupProbe':
			return { en: `up to ${starting.en} to start`, ko: `시작에 최대 ${starting.ko}` };
		case 'livenessProbe':
			return {
				en: `${comesBack ? 'restarts' : 'ends'} after ${times.en}, up to ${en}`,
				ko: `${times.ko} 실패하면 ${comesBack ? '재시작' : '종료'}(길게는 ${ko})`,
			};
		case 'readinessProbe':
			return { en: `left out after ${times.en}, up to ${en}`, ko: `${times.ko} 실패하면 서비스에서 제외(길게는 ${ko})` };
	}
}

function behindKey(manifest: Manifest, path: readonly Segment[], label: Bilingual): readonly Hint[] {
	const { key, exact } = locate(manifest.node, path);
	// Behind the colon.
	return exact ? [{ offset: manifest.start + key.end + 1, label }] : [];
}

function behindValue(manifest: Manifest, path: readonly Segment[], label: Bilingual): readonly Hint[] {
	const { value } = locate(manifest.node, path);
	return value ? [{ offset: manifest.start + value.range.end, label }] : [];
}
