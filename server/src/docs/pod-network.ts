import type { HostAlias, PodDNSConfig, PodDNSConfigOption } from '../schema/generated/types';
import { documented } from './words';

export const hostAlias = documented<HostAlias>()({
	ip: {
		en: 'The address that the names in `hostnames` stand for, in `/etc/hosts` of every container.',
		ko: '`hostnames`의 이름이 가리킬 주소. 모든 컨테이너의 `/etc/hosts`에 적힌다.',
		link: 'tasks/network/customize-hosts-file-for-pods/',
	},
	hostnames: {
		en: 'The names for this address. They go before DNS for programs that read `/etc/hosts`.\nThe kubelet writes the file; what an application adds to it is gone after a restart of the container.',
		ko: '이 주소의 이름들. `/etc/hosts`를 읽는 프로그램은 DNS보다 먼저 이것을 쓴다.\n이 파일은 kubelet이 관리하므로 앱이 덧붙인 내용은 컨테이너가 재시작하면 사라진다.',
		example: 'hostnames: [db.internal, cache.internal]\nip: 10.1.2.3',
	},
});

export const podDNSConfig = documented<PodDNSConfig>()({
	nameservers: {
		en: 'DNS servers for `/etc/resolv.conf`, three at most, after those that `dnsPolicy` gives. With `dnsPolicy: None` at least one is needed, and only these are used.',
		ko: '`/etc/resolv.conf`에 넣을 DNS 서버. 세 개까지이며 `dnsPolicy`가 정한 것 뒤에 붙는다. `dnsPolicy: None`이면 하나 이상 적어야 하고 이것만 쓴다.',
		example: 'nameservers: [10.0.0.53]',
		link: 'concepts/services-networking/dns-pod-service/#pod-dns-config',
	},
	searches: {
		en: 'Domains to try after a short name, up to 32, after those that `dnsPolicy` gives.',
		ko: '짧은 이름 뒤에 붙여 볼 도메인. 32개까지이며 `dnsPolicy`가 정한 것 뒤에 붙는다.',
	},
	options: {
		en: 'Options for the resolver, such as `ndots`. One with the same name replaces that of `dnsPolicy`.',
		ko: '`ndots` 같은 리졸버 옵션. `dnsPolicy`가 정한 것과 이름이 같으면 이 값을 쓴다.',
		example: 'options:\n  - name: ndots\n    value: "2"',
	},
});

export const podDNSConfigOption = documented<PodDNSConfigOption>()({
	name: {
		en: 'The option as in `resolv.conf`: `ndots`, `timeout`, `attempts`, `single-request-reopen` …\nPods with `ClusterFirst` have `ndots:5`: a name with fewer than five dots is first tried with every search domain. A lower number saves lookups for names outside the cluster.',
		ko: '`resolv.conf`에 쓰는 옵션의 이름. `ndots`, `timeout`, `attempts`, `single-request-reopen` 등이다.\n`ClusterFirst`인 파드는 `ndots:5`라서, 점이 다섯 개보다 적은 이름은 검색 도메인을 하나씩 붙여 먼저 찾는다. 값을 낮추면 클러스터 밖의 이름을 찾을 때 조회 수가 준다.',
	},
	value: {
		en: 'The value, in quotes (`"2"`). Left out for options that are only switched on.',
		ko: '옵션의 값. `"2"`처럼 따옴표로 감싼다. 켜기만 하는 옵션에는 적지 않는다.',
	},
});
