import type { ProblemWords } from '../words';

const DNS = 'concepts/services-networking/dns-pod-service/';
const HOSTS = 'tasks/network/customize-hosts-file-for-pods/';

/** How a pod is called, and how it finds others. */
export const networkProblems = {
	'dns/policy': {
		en: '`dnsPolicy` is `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`.',
		ko: '`dnsPolicy`는 `ClusterFirst`, `ClusterFirstWithHostNet`, `Default`, `None` 가운데 하나다.',
		link: `${DNS}#pod-s-dns-policy`,
	},
	'dns/config-required': {
		en: 'With `dnsPolicy: None` nothing is filled in, so `dnsConfig` must say which nameservers to ask.',
		ko: '`dnsPolicy: None`이면 아무것도 채워 주지 않으므로 어느 네임서버에 물을지 `dnsConfig`에 적어야 한다.',
		link: `${DNS}#pod-dns-config`,
	},
	'dns/nameserver-required': {
		en: 'With `dnsPolicy: None` the pod has no nameserver but those given here; give at least one.',
		ko: '`dnsPolicy: None`이면 여기 적은 네임서버만 쓴다. 하나는 적어야 한다.',
		link: `${DNS}#pod-dns-config`,
	},
	'dns/nameserver': {
		en: 'A nameserver is an IP address, not a name, and its numbers have no leading zeros.',
		ko: '네임서버는 이름이 아니라 IP 주소로 적는다. 숫자 앞에 0을 붙이지 않는다.',
		link: `${DNS}#pod-dns-config`,
	},
	'dns/too-many-nameservers': {
		en: 'The resolver reads three nameservers; remove the others.',
		ko: '네임서버는 3개까지 읽는다. 나머지를 지운다.',
		link: `${DNS}#pod-dns-config`,
	},
	'dns/search': {
		en: 'A search path is a domain: lowercase letters, digits, `-` and `.` (since 1.33 also `_`).',
		ko: '검색 경로는 도메인이다. 영문 소문자, 숫자, `-`, `.`를 쓴다(1.33부터는 `_`도 된다).',
		link: `${DNS}#pod-dns-config`,
	},
	'dns/too-many-searches': { en: 'At most 32 search paths.', ko: '검색 경로는 32개까지다.', link: `${DNS}#pod-dns-config` },
	'dns/searches-too-long': {
		en: 'All search paths together may have 2048 characters.',
		ko: '검색 경로는 모두 합쳐 2048자까지다.',
		link: `${DNS}#pod-dns-config`,
	},
	'dns/option-name': {
		en: 'An option of the resolver needs a name: `name: ndots`.',
		ko: '리졸버 옵션에는 이름이 있어야 한다. 예: `name: ndots`.',
		link: `${DNS}#pod-dns-config`,
	},
	'host/hostname': {
		en: 'A hostname has lowercase letters, digits and `-`, no dots, and at most 63 characters.',
		ko: '호스트네임은 영문 소문자, 숫자, `-`로 63자까지 쓴다. 점은 쓸 수 없다.',
		link: `${DNS}#pod-hostname-and-subdomain-field`,
	},
	'host/subdomain': {
		en: '`subdomain` is the name of a headless Service: lowercase letters, digits and `-`, no dots, at most 63.',
		ko: '`subdomain`은 헤드리스 서비스의 이름이다. 영문 소문자, 숫자, `-`로 63자까지 쓴다. 점은 쓸 수 없다.',
		link: `${DNS}#pod-hostname-and-subdomain-field`,
	},
	'host/hostname-override': {
		en: 'A hostname has lowercase letters, digits, `-` and `.`, and begins and ends with a letter or digit.',
		ko: '호스트네임에는 영문 소문자, 숫자, `-`, `.`를 쓰고, 영문자나 숫자로 시작하고 끝낸다.',
	},
	'host/hostname-override-length': {
		en: 'Linux knows hostnames of at most 64 characters.',
		ko: '리눅스의 호스트네임은 64자까지다.',
	},
	'host/hostname-override-and-fqdn': {
		en: '`hostnameOverride` is the whole hostname; `setHostnameAsFQDN` would make another. Remove one of the two.',
		ko: '`hostnameOverride`가 호스트네임 전체이므로 `setHostnameAsFQDN`과 함께 쓸 수 없다. 하나를 지운다.',
		link: `${DNS}#pod-sethostnameasfqdn-field`,
	},
	'host/hostname-override-and-host-network': {
		en: 'With `hostNetwork: true` the pod has the hostname of its node. Remove one of the two.',
		ko: '`hostNetwork: true`인 파드는 노드의 호스트네임을 쓴다. 둘 가운데 하나를 지운다.',
	},
	'host/alias-ip': {
		en: 'A line of `/etc/hosts` begins with an IP address whose numbers have no leading zeros.',
		ko: '`/etc/hosts`의 줄은 IP 주소로 시작한다. 숫자 앞에 0을 붙이지 않는다.',
		link: HOSTS,
	},
	'host/alias-name': {
		en: 'A hostname has lowercase letters, digits, `-` and `.`, and begins and ends with a letter or digit.',
		ko: '호스트네임에는 영문 소문자, 숫자, `-`, `.`를 쓰고, 영문자나 숫자로 시작하고 끝낸다.',
		link: HOSTS,
	},
	'host/alias-unique': {
		en: 'The same address twice: `kubectl apply` merges the list by `ip` and may lose one. Put all hostnames into one entry.',
		ko: '같은 주소가 두 번 있다. `kubectl apply`는 이 목록을 `ip`로 합치므로 하나를 잃을 수 있다. 호스트네임을 한 항목에 모은다.',
		link: HOSTS,
	},
	'host/non-standard-ip': {
		en: 'The address is accepted as it is, but programs read it in different ways. Write it as the message says.',
		ko: '지금은 받아들이지만 프로그램마다 다르게 읽는 주소다. 메시지에 나온 대로 쓴다.',
	},
	'host/non-canonical-ipv6': {
		en: 'The address is right, but has a shorter standard form, by which others look for it.',
		ko: '맞는 주소지만 더 짧은 표준 표기가 있다. 다른 곳에서 찾을 수 있게 표준 표기로 쓴다.',
	},
} as const satisfies Readonly<Record<string, ProblemWords>>;
