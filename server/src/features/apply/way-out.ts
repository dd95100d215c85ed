/** How to get what an apply is refused. */
import { prepareSubresource } from '../../defaults/prepare-subresource';
import type { WayOut } from '../../protocol/apply';
import { validateSubresource } from '../../rules/validate';
import type { Container, Pod } from '../../schema/generated/types';
import type { JsonMap } from '../../schema/json';
import { same } from '../../schema/same';
import type { Minor } from '../../schema/schema';
import { ordinary } from '../diagnose/judge';
import type { Live, Steps } from '../life/usual';
import { type Applying, applyLife } from './apply-life';

/** A line that does it, of an object that the server would create as it is now; undefined where nobody knows one. */
export function* wayOutOf(applying: Applying, live: Live, version: Minor): Steps<WayOut | undefined> {
	const { kind, stored, next } = applying;
	if (kind === 'Pod' && canResize(next, stored, version)) {
		const { effect } = yield* applyLife({ ...applying, subresource: 'resize' }, live);
		if (effect.refused === undefined) return { ...resizing(effect.restarted), command: resizeCommand(next as Pod) };
	}
	return anew(kind, next, stored);
}

/** Whether a resize makes all of it, and the server takes it. */
function canResize(next: JsonMap, stored: JsonMap, version: Minor): boolean {
	// As objects are shown, null stands where there are none.
	if ([next, stored].some((pod) => ((pod as Pod).spec?.containers ?? []).length === 0)) return false;
	const sized = prepareSubresource('resize', next as Pod, stored as Pod);
	if (!same(sized, next)) return false;
	return ordinary(validateSubresource('resize', next, stored, version)).length === 0;
}

function resizing(restarted: readonly string[]): Pick<WayOut, 'sentence'> {
	const names = restarted.map((name) => `\`${name}\``).join(', ');
	return {
		sentence:
			restarted.length === 0
				? { en: 'A resize does it in place, without a restart:', ko: '리사이즈로는 재시작 없이 바꿀 수 있다.' }
				: {
						en: `A resize does it in place; ${names} restarts (\`resizePolicy\`):`,
						ko: `리사이즈로는 파드를 그대로 두고 바꿀 수 있다. \`resizePolicy\`에 따라 ${names} 컨테이너는 재시작한다.`,
					},
	};
}

function resizeCommand({ metadata, spec }: Pod): string {
	const sizes = (containers: readonly Container[] | undefined) => (containers ?? []).flatMap(({ name, resources }) => (resources ? [{ name, resources }] : []));
	const [containers, sidecars] = [sizes(spec?.containers), sizes(spec?.initContainers?.filter(({ restartPolicy }) => restartPolicy === 'Always'))];
	const patch = { spec: { ...(containers.length > 0 && { containers }), ...(sidecars.length > 0 && { initContainers: sidecars }) } };
	return `kubectl patch pod ${metadata?.name ?? ''}${inNamespace(metadata?.namespace)} --subresource resize --patch '${JSON.stringify(patch)}'`;
}

/** A StatefulSet can be made anew around its pods, as long as it still knows them by its selector; all else goes with its pods. */
function anew(kind: string, next: JsonMap, stored: JsonMap): WayOut {
	const { metadata } = next as Pod;
	const selector = (object: JsonMap): unknown => (object['spec'] as JsonMap | undefined)?.['selector'];
	const keeps = kind === 'StatefulSet' && same(selector(next), selector(stored));
	const command = `kubectl delete ${kind.toLowerCase()} ${metadata?.name ?? ''}${inNamespace(metadata?.namespace)}`;
	if (keeps) return { sentence: AROUND_ITS_PODS, command: `${command} --cascade=orphan` };
	return { sentence: kind === 'Pod' ? ALONE : WITH_ITS_PODS, command };
}

const AROUND_ITS_PODS = {
	en: 'Delete it and leave its pods, then apply again: the new one takes them over.',
	ko: '파드는 남기고 지운 뒤 다시 적용한다. 새 스테이트풀셋이 그 파드를 이어받는다.',
};
const WITH_ITS_PODS = { en: 'Delete it with its pods, then apply again:', ko: '파드와 함께 지우고 다시 적용한다.' };
const ALONE = { en: 'Delete it, then apply again:', ko: '지우고 다시 적용한다.' };

const inNamespace = (namespace: string | undefined): string => (namespace === undefined || namespace === 'default' ? '' : ` -n ${namespace}`);
