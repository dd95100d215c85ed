import type { ContainerRestartRule, ContainerRestartRuleOnExitCodes } from '../schema/generated/types';
import { documented } from './words';

export const containerRestartRule = documented<ContainerRestartRule>()({
	action: {
		en: 'What to do when the rule matches.\n`Restart`: start this container again, with the usual waits. `RestartAllContainers`: stop all containers, without `preStop` hooks and with 2 s after SIGTERM, and start the pod over from the first init container, on the same node with the same IP and volumes.',
		ko: '규칙에 맞았을 때 할 일.\n`Restart`는 이 컨테이너를 평소처럼 기다렸다가 다시 시작한다. `RestartAllContainers`는 `preStop` 훅 없이, SIGTERM 뒤 2초만 주고 모든 컨테이너를 멈춘 다음 첫 초기화 컨테이너부터 다시 시작한다. 노드, IP, 볼륨은 그대로다.',
	},
	exitCodes: {
		en: 'With which exit codes of this container the rule applies.',
		ko: '이 컨테이너가 어떤 종료 코드로 끝났을 때 규칙을 적용할지 정한다.',
		example: 'exitCodes:\n  operator: In\n  values: [42, 137]',
	},
});

export const containerRestartRuleOnExitCodes = documented<ContainerRestartRuleOnExitCodes>()({
	operator: {
		en: 'Whether the codes in `values` match, or all others.\n`In`: one of `values` matches. `NotIn`: any other code does, 0 included unless it is listed.',
		ko: '`values`에 적은 코드일 때 맞는지, 그 밖의 코드일 때 맞는지 정한다.\n`In`이면 `values` 가운데 하나일 때, `NotIn`이면 그 밖의 코드일 때 맞는다. `NotIn`에서는 0도 목록에 없으면 맞는다.',
	},
	values: {
		en: 'Exit codes, 0 to 255. 137 is SIGKILL, also by the memory limit; 143 is SIGTERM.',
		ko: '종료 코드(0~255). 137은 SIGKILL(메모리 한도를 넘었을 때도 같다), 143은 SIGTERM이다.',
	},
});
