import type { FunctionWords } from './function-words';

/** Functions of time. */
export const DATE_WORDS: Readonly<Record<string, FunctionWords>> = {
	now: {
		takes: '',
		en: 'The time of the rendering. Whatever prints it differs at each upgrade.',
		ko: '렌더링하는 지금 시각. 출력하면 업그레이드마다 달라진다.',
		example: 'now | date "2006-01-02"',
	},
	ago: { takes: 'DATE', en: 'How long it is since then, as a duration.', ko: '그때부터 지난 시간.', example: 'ago now' },
	date: {
		takes: 'LAYOUT DATE',
		en: 'A date in a layout, which is written as the second of January 2006, 15:04:05.',
		ko: '날짜를 형식에 맞춰 쓴다. 형식은 2006년 1월 2일 15시 4분 5초를 어떻게 쓰는지로 나타낸다.',
		example: 'toDate "2006-01-02" "2026-11-27" | date "02.01.2006"',
		gives: '27.11.2026',
	},
	dateInZone: {
		takes: 'LAYOUT DATE ZONE',
		en: 'As `date`, in a time zone.',
		ko: '`date`와 같되 타임 존을 정한다.',
		example: 'dateInZone "15:04" (toDate "2006-01-02" "2026-11-27") "UTC"',
		gives: '00:00',
	},
	dateModify: {
		takes: 'CHANGE DATE',
		en: 'A date earlier or later by a duration.',
		ko: '날짜를 주어진 시간만큼 옮긴다.',
		example: 'toDate "2006-01-02" "2026-11-27" | dateModify "-24h" | date "2006-01-02"',
		gives: '2026-11-26',
	},
	duration: {
		takes: 'SECONDS',
		en: 'Seconds, given as a text, as a duration.',
		ko: '문자열로 준 초를 기간으로 쓴다.',
		example: 'duration "95"',
		gives: '1m35s',
	},
	durationRound: {
		takes: 'DURATION',
		en: 'A duration by its largest unit.',
		ko: '기간을 가장 큰 단위로 줄인다.',
		example: 'durationRound "2h10m5s"',
		gives: '2h',
	},
	htmlDate: {
		takes: 'DATE',
		en: 'As year-month-day, which date fields of HTML take.',
		ko: '연-월-일. HTML의 날짜 입력란에 쓴다.',
		example: 'toDate "2006-01-02" "2026-11-27" | htmlDate',
		gives: '2026-11-27',
	},
	htmlDateInZone: {
		takes: 'DATE ZONE',
		en: 'As `htmlDate`, in a time zone.',
		ko: '`htmlDate`와 같되 타임 존을 정한다.',
		example: 'htmlDateInZone (toDate "2006-01-02" "2026-11-27") "UTC"',
		gives: '2026-11-27',
	},
	toDate: {
		takes: 'LAYOUT TEXT',
		en: 'The date that a text in this layout means.',
		ko: '형식에 맞춰 문자열을 날짜로 읽는다.',
		example: 'toDate "2006-01-02" "2026-11-27" | unixEpoch',
		gives: '1795737600',
	},
	unixEpoch: { takes: 'DATE', en: 'Seconds since 1970.', ko: '1970년부터 지난 초.', example: 'toDate "2006-01-02" "1970-01-02" | unixEpoch', gives: '86400' },
};
