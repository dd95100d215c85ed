import type { FieldWords } from './words';

/** What Helm makes of the fields of a Chart.yaml, by struct and field. */
export const chartWords: Readonly<Record<string, FieldWords>> = {
	'Chart.apiVersion': {
		en: '`v2`, for Helm 3 and later. `v1` is that of Helm 2 and still read: such a chart has its dependencies in `requirements.yaml`.',
		ko: '헬름 3부터 쓰는 `v2`. 헬름 2의 `v1`도 읽지만, 그런 차트는 의존 차트를 `requirements.yaml`에 적는다.',
	},
	'Chart.name': {
		en: 'The name of the chart, `.Chart.Name` in templates. Most charts begin the names of their objects with it, and the packed file is called by it.',
		ko: '차트 이름. 템플릿에서는 `.Chart.Name`이다. 오브젝트 이름에 이 값을 쓰는 차트가 많고, 묶은 파일의 이름도 이 값으로 시작한다.',
	},
	'Chart.description': { en: 'One sentence that `helm search` shows.', ko: '`helm search`에 나오는 한 줄 설명.' },
	'Chart.type': {
		en: '`application`, also where it is left out, or `library`: a chart that renders nothing itself, and whose named templates others use.\nA library cannot be installed; it is a dependency of other charts.',
		ko: '`application`(적지 않으면 이 값) 또는 `library`. 라이브러리 차트는 스스로는 아무것도 렌더링하지 않고, 이름 붙은 템플릿을 다른 차트에 빌려준다.\n따로 설치할 수 없고 다른 차트의 의존 차트로만 쓴다.',
	},
	'Chart.version': {
		en: 'The version of the chart itself, by Semantic Versioning. Raise it with every change, also when only values or templates have changed.\nThe packed file is called by it: `web-1.4.0.tgz`.',
		ko: '차트 자체의 버전. 유의적 버전(SemVer)으로 적는다. 값이나 템플릿만 바뀌어도 올린다.\n묶은 파일의 이름에도 들어간다(`web-1.4.0.tgz`).',
		example: 'version: 1.4.0',
	},
	'Chart.appVersion': {
		en: 'The version of the app inside, `.Chart.AppVersion` in templates. Helm does nothing with it; many charts take it for the tag of the image.\nMistake: no quotes. `1.10` is a number then, and the tag becomes `1.1`.',
		ko: '차트가 설치하는 앱의 버전. 템플릿에서는 `.Chart.AppVersion`이다. 헬름은 쓰지 않지만 이미지 태그로 쓰는 차트가 많다.\n흔한 실수: 따옴표를 빼는 것. `1.10`은 숫자로 읽혀 태그가 `1.1`이 된다.',
		example: 'appVersion: "1.10"',
	},
	'Chart.kubeVersion': {
		en: 'The versions of Kubernetes that the chart is for, as a range. Another cluster is refused at `helm install`, before anything is rendered.\nMistake: a range without `-0`. Versions such as `v1.34.1-eks-1a2b3c` count as pre-releases, which no plain range takes.',
		ko: '차트를 설치할 수 있는 쿠버네티스 버전의 범위. 벗어난 클러스터에서는 `helm install`이 렌더링하기 전에 거부한다.\n흔한 실수: `-0`을 빼는 것. `v1.34.1-eks-1a2b3c` 같은 버전은 시험판으로 쳐서 보통 범위에 들지 않는다.',
		example: 'kubeVersion: ">=1.32.0-0"',
	},
	'Chart.dependencies': {
		en: 'Charts that are installed with this one. `helm dependency build` puts them into `charts/`; what is listed and not there stops `helm install`.\nTheir values stand in `values.yaml` below their name, or their `alias`.',
		ko: '함께 설치할 차트. `helm dependency build`가 `charts/`에 내려받는다. 적혀 있는데 거기 없으면 `helm install`이 멈춘다.\n의존 차트에 줄 값은 `values.yaml`에서 그 이름(`alias`가 있으면 별칭) 아래에 적는다.',
		example: 'dependencies:\n- name: redis\n  version: ~20.1.0\n  repository: https://charts.example.com\n  condition: redis.enabled',
	},
	'Chart.keywords': { en: 'Words by which the chart is found.', ko: '차트를 찾을 때 쓰는 검색어 목록.' },
	'Chart.home': { en: 'The address of the home page of the project.', ko: '프로젝트 홈페이지 주소.' },
	'Chart.sources': { en: 'Addresses of the source code of what is installed.', ko: '설치하는 앱의 소스 코드 주소 목록.' },
	'Chart.maintainers': { en: 'Who looks after the chart.', ko: '차트를 관리하는 사람 목록.' },
	'Chart.icon': { en: 'The address of an SVG or PNG that chart catalogues show.', ko: '차트 목록에 보일 SVG나 PNG 이미지 주소.' },
	'Chart.deprecated': {
		en: '`true`: the chart is looked after no more. It can still be installed, with a warning.',
		ko: '`true`면 더는 관리하지 않는 차트. 설치는 되지만 경고가 나온다.',
	},
	'Chart.annotations': {
		en: 'Facts for other programs, such as Artifact Hub: text by name. They do not reach the objects that are rendered.',
		ko: 'Artifact Hub 같은 다른 프로그램이 읽는 정보. 값은 모두 문자열이다. 렌더링한 오브젝트에는 들어가지 않는다.',
	},
	'Dependency.name': { en: 'The name in the Chart.yaml of the chart that is meant.', ko: '의존 차트의 Chart.yaml에 적힌 이름.' },
	'Dependency.version': {
		en: 'The versions that will do, as a range: `~1.2.0` is any 1.2, `^1.2.0` any 1 from 1.2 on. `Chart.lock` keeps which one it was.\nA chart in `charts/` that is outside of the range is rendered without conditions and alias, as if nobody had listed it.',
		ko: '쓸 수 있는 버전의 범위. `~1.2.0`은 1.2의 모든 버전, `^1.2.0`은 1.2 이상인 1의 모든 버전이다. 고른 버전은 `Chart.lock`에 남는다.\n`charts/`에 있는 차트가 범위를 벗어나면, 목록에 없는 차트처럼 조건과 별칭 없이 렌더링한다.',
	},
	'Dependency.repository': {
		en: 'Where to fetch it: the address of a repository, `oci://…`, `file://…` for a folder beside, or `@NAME` as `helm repo add` calls it. Left out, it lies in `charts/`.',
		ko: '내려받을 곳. 저장소 주소, `oci://…`, 옆 폴더를 가리키는 `file://…`, 또는 `helm repo add`로 붙인 `@이름`. 적지 않으면 `charts/`에 있는 것을 쓴다.',
		example: 'repository: oci://registry.example.com/charts',
	},
	'Dependency.condition': {
		en: 'Paths in the values, with commas between. The first that leads to `true` or `false` decides whether the chart is rendered, whatever its `tags` say. Where none does, they decide.',
		ko: '값의 경로. 여럿이면 쉼표로 잇는다. 처음으로 `true`나 `false`가 나온 경로가 렌더링할지를 정하며 `tags`보다 우선한다. 어느 경로에도 없으면 `tags`를 따른다.',
		example: 'condition: redis.enabled',
	},
	'Dependency.tags': {
		en: 'Groups that the chart is in. `tags.NAME: false` in the values of the outermost chart leaves it out, unless another of its tags is `true`.',
		ko: '차트가 속한 묶음. 가장 바깥 차트의 값에 `tags.이름: false`를 적으면 빠진다. 다른 태그가 `true`면 남는다.',
	},
	'Dependency.alias': {
		en: 'Another name, by which values and templates know it: so that one chart can be there twice.',
		ko: '값과 템플릿에서 쓸 다른 이름. 같은 차트를 두 번 쓸 때 필요하다.',
	},
	'Dependency.import-values': {
		en: 'Values of the dependency that are taken over into those of this chart: a name below its `exports`, or `child` and `parent` as paths.\nWhat this chart says itself counts more.',
		ko: '의존 차트의 값 가운데 이 차트의 값으로 가져올 것. 의존 차트의 `exports` 아래 이름을 적거나 `child`와 `parent`로 경로를 적는다.\n이 차트에 적힌 값이 우선한다.',
		example: 'import-values:\n- data\n- child: service\n  parent: redisService',
	},
	'Maintainer.name': { en: 'The name of a person or a group.', ko: '사람이나 모임의 이름.' },
	'Maintainer.email': { en: 'Where to write to them.', ko: '연락할 이메일 주소.' },
	'Maintainer.url': { en: 'Their page.', ko: '관리자의 웹 페이지 주소.' },
};
