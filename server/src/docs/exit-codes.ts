/** What an exit code says, where it says something: shells and signals have their own. Others are the program's. */
import type { Words } from './words';

export const exitCodeWords: Readonly<Record<number, Words>> = {
	0: { en: 'The process ended without an error.', ko: '프로세스가 오류 없이 끝났다.' },
	1: { en: 'The program ended with an error of its own: its log says which.', ko: '프로그램이 자체 오류로 끝났다. 어떤 오류인지는 로그에 있다.' },
	2: { en: 'Usually wrong arguments, or an error of the shell.', ko: '대개 인수가 잘못됐거나 셸에서 오류가 났다.' },
	126: {
		en: 'The command was found and could not be executed: no permission, or no program for this machine.',
		ko: '명령을 찾았지만 실행하지 못했다. 실행 권한이 없거나, 이 아키텍처의 프로그램이 아니다.',
	},
	127: { en: 'The command was not found in the image.', ko: '이미지에서 명령을 찾지 못했다.' },
	128: {
		en: 'The container could not be started, or the program left with an invalid code.',
		ko: '컨테이너를 시작하지 못했거나, 프로그램이 잘못된 코드로 끝났다.',
	},
	134: {
		en: 'SIGABRT (128 + 6): the program gave up by itself, as at a failed assertion.',
		ko: 'SIGABRT(128 + 6). 프로그램이 assert 실패처럼 스스로 중단했다.',
	},
	137: {
		en: 'SIGKILL (128 + 9): with reason `OOMKilled` it wanted more memory than its limit; else it was not done within its grace period, or somebody killed it.',
		ko: 'SIGKILL(128 + 9). 이유가 `OOMKilled`면 메모리 한도를 넘은 것이고, 아니면 유예 기간 안에 끝나지 않았거나 누군가 강제로 종료했다.',
	},
	139: { en: 'SIGSEGV (128 + 11): the program reached for memory that is not its own.', ko: 'SIGSEGV(128 + 11). 프로그램이 잘못된 메모리에 접근했다.' },
	143: {
		en: 'SIGTERM (128 + 15): it was told to stop, by a deletion or a probe, and did.',
		ko: 'SIGTERM(128 + 15). 삭제나 프로브 때문에 종료하라는 신호를 받고 끝났다.',
	},
};

/** Of a code above 128 that has no words of its own. */
export const signalWords: Words = { en: 'Ended by signal {signal} (128 + {signal}).', ko: '시그널 {signal} 때문에 끝났다(128 + {signal}).' };
