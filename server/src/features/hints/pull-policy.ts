import { behindValue, containersOf, type Hint, isWritten, type Subject } from './subject';

/** The pull policy that follows from an image's tag, where none is written: SetDefaults_Container. */
export function pullPolicyHints(subject: Subject): readonly Hint[] {
	return containersOf(subject).flatMap(({ container: { imagePullPolicy }, path }) => {
		if (imagePullPolicy === undefined || isWritten(subject, [...path, 'imagePullPolicy'])) return [];
		const label =
			imagePullPolicy === 'Always'
				? { en: 'Always: asks the registry at every start', ko: 'Always: 시작할 때마다 레지스트리에 확인' }
				: { en: imagePullPolicy, ko: imagePullPolicy };
		return behindValue(subject, [...path, 'image'], label);
	});
}
