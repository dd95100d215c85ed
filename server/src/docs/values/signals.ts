import type { Words } from '../words';

const named: Readonly<Record<string, Words>> = {
	SIGTERM: { en: 'The usual request to stop; what is sent if nothing else is said.', ko: '멈추라는 보통의 신호. 따로 정하지 않으면 이것을 보낸다.' },
	SIGKILL: { en: 'Ends the process at once; it cannot clean up.', ko: '프로세스를 바로 끝낸다. 정리할 틈이 없다.' },
	SIGINT: {
		en: 'What Ctrl+C sends; many servers stop quickly on it (PostgreSQL: fast shutdown).',
		ko: 'Ctrl+C가 보내는 신호. 빠르게 멈추는 서버가 많다(PostgreSQL은 fast shutdown).',
	},
	SIGQUIT: {
		en: 'Quit; some servers finish their requests first (nginx), others dump core.',
		ko: '종료 신호. nginx처럼 처리 중인 요청을 마치고 멈추는 서버도 있고, 코어 덤프를 남기는 프로그램도 있다.',
	},
	SIGHUP: {
		en: 'Hang-up; many servers read their configuration again instead of stopping.',
		ko: '연결이 끊겼다는 신호. 멈추는 대신 설정을 다시 읽는 서버가 많다.',
	},
	SIGUSR1: {
		en: 'Means what the app makes of it; often a graceful restart or new log files.',
		ko: '앱이 정하기 나름이다. 정상 재시작이나 로그 파일 교체에 자주 쓰인다.',
	},
	SIGUSR2: { en: 'Means what the app makes of it.', ko: '앱이 정하기 나름이다.' },
	SIGWINCH: {
		en: "The terminal's size changed; Apache httpd takes it as a graceful stop.",
		ko: '터미널 크기가 바뀌었다는 신호. Apache httpd는 정상 종료로 받아들인다.',
	},
	SIGABRT: { en: 'Abort, usually with a core dump.', ko: '중단 신호. 대개 코어 덤프를 남긴다.' },
	SIGSTOP: {
		en: 'Freezes the process: it does not end, and is killed after the grace period.',
		ko: '프로세스를 얼린다. 끝나지 않으므로 유예 기간 뒤에 강제 종료된다.',
	},
	SIGTSTP: { en: 'What Ctrl+Z sends: freezes the process unless it handles it.', ko: 'Ctrl+Z가 보내는 신호. 처리하지 않으면 프로세스가 얼어붙는다.' },
	SIGPWR: {
		en: 'Power is failing; some container images shut down on it.',
		ko: '전원이 나간다는 신호. 이 신호로 종료하도록 만든 이미지도 있다.',
	},
	'SIGRTMIN+3': { en: 'Real-time signal 3; systemd as process 1 halts on it.', ko: '실시간 신호 3번. systemd가 1번 프로세스면 이 신호로 종료한다.' },
};

/** Signals that no server takes for a request to stop. */
const OTHERS =
	'SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGILL SIGIO SIGIOT SIGPIPE SIGPOLL SIGPROF SIGSEGV SIGSTKFLT SIGSYS SIGTRAP SIGTTIN SIGTTOU SIGURG SIGVTALRM SIGXCPU SIGXFSZ'.split(
		' ',
	);
const REAL_TIME = [
	'SIGRTMIN',
	'SIGRTMAX',
	...Array.from({ length: 15 }, (_, i) => `SIGRTMIN+${i + 1}`),
	...Array.from({ length: 14 }, (_, i) => `SIGRTMAX-${i + 1}`),
];

const unusual = (name: string): Words => ({
	en: `\`${name}\` is not meant for stopping; choose it only if the app says so.`,
	ko: `멈추라는 뜻의 신호가 아니다(\`${name}\`). 앱이 그렇게 쓰라고 할 때만 고른다.`,
});
const realTime: Words = { en: 'A real-time signal; it means what the app makes of it.', ko: '실시간 신호. 뜻은 앱이 정하기 나름이다.' };

/** What people use stands first; nothing before may take its words away. */
export const signalWords: Readonly<Record<string, Words>> = {
	...named,
	...Object.fromEntries(OTHERS.map((name) => [name, unusual(name)])),
	...Object.fromEntries(REAL_TIME.map((name) => [name, realTime])),
	...named,
};
