import { own, type Thing } from './naming';

const KOREAN: Readonly<Record<Thing, string>> = {
	'ConfigMap key': 'ConfigMap 키',
	'Secret key': 'Secret 키',
	'Service port': '서비스 포트',
	'Service port number': '서비스 포트',
	claim: '리소스 클레임',
	container: '컨테이너',
	image: '이미지',
	port: '포트',
	'port number': '포트',
	variable: '환경 변수',
	volume: '볼륨',
};

/** What a thing is called in Korean: kinds keep their names. */
export const inKorean = (thing: Thing): string => own(KOREAN, thing) ?? thing;
