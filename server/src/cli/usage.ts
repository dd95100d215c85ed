import type { Bilingual, Language } from '../protocol/text';
import { languagesOf } from './say';

const USAGE: Bilingual = {
	en: `Peapod judges, explains and simulates Kubernetes pod manifests, without a cluster.

  peapod check FILE|DIR|GLOB|-... [--format text|json|sarif|github|gitlab|junit] [--severity error|warning|information|hint] [--quiet] [--force-exclude] [--kubernetes 1.36,1.37] [--ignore CODE|GLOB]... [--pod-template APIVERSION/KIND:PATH[:WHAT]]... [--values FILE]... [--set A=B]... [--color auto|always|never] [--lang en|ko|both]
      what kube-apiserver would refuse, drop or warn about. Exit code 0 when nothing is refused, 1 when something is, 2 when a file or an option is no good.
      --format is for people (text), programs (json), code scanning (sarif), annotations of GitHub Actions (github), GitLab's code quality (gitlab), CI servers (junit).
      --severity leaves out what is less bad; --quiet says nothing of what was not judged, and counts nothing. With several versions what not all find says which do.
      Of a placeholder (\${X}, __X__, <X>) and what hangs on it nothing is said; patches that a kustomization.yaml beside or above lists are judged as parts.
      Below a folder every overlay is built and every chart rendered, and what comes of it judged, at the line that decides; what belongs to none is judged as a file. .gitignore and .peapodignore are honoured.
      A file that is named is judged as the chart or the overlays around it make it. --force-exclude leaves out what .gitignore or .peapodignore leave out even where it is named, for tools that name files.
      A pattern in quotes ('k8s/**/*.yaml', 'apps/{web,api}') names files and folders.
      A chart is rendered with its values.yaml and with each ci/*-values.yaml; or once, with --values FILE and --set a=b, which may be given again and again.
      --ignore leaves out findings by code (probe/negative, probe/*) or files ('charts/**'), as a comment "# peapod-ignore" does a line;
      --pod-template tells where a kind of your own holds pods, as in example.com/v1/Robot:spec.template
  peapod check --old OLD FILE [--kubernetes 1.37] [--lang en|ko|both]
      what kubectl apply of FILE does where OLD was applied before: what is refused, which pods are replaced and how, what restarts; exit code 1 when something is refused
  peapod check --against REV FILE|DIR|GLOB... [--format text|json] [--values FILE]... [--set a=b]... [--kubernetes 1.37] [--quiet] [--lang en|ko|both]
      the same of all that differs from a commit of git, overlays as they are built, charts as helm upgrade does it: --against origin/main k8s
  peapod check --jsonl
      as the server reads each line, placeholders as the text that they are: verdicts for {"id", "yaml", "old"?, "kubernetes"?, "defaults"?, "server"?} lines on standard input

  peapod build DIR [--lang en|ko|both]
      what the kustomization in DIR builds, as kubectl kustomize prints it, without a network; exit code 1 where it cannot be built:
      what is remote, Helm charts and plug-ins are named, not run
  peapod build --jsonl
      {"id", "yaml"} or {"id", "error"} for {"id", "dir"} lines on standard input

  peapod render CHART [--values FILE]... [--set a.b=1]... [--set-string a.b=1]... [--release NAME] [--namespace NAME] [--kube 1.37.0] [--api-versions GROUP/VERSION]... [--skip-schema-validation] [--lang en|ko|both]
      what Helm renders of a chart (a folder or a .tgz file), without helm, a cluster or a network; exit code 1 where it does not render
  peapod render --jsonl
      {"id", "files"} or {"id", "error"} for {"id", "chart", "values"?, "release"?, "namespace"?, "kube"?} lines on standard input

  peapod explain PATH [--lang en|ko|both] [--recursive] [--kubernetes 1.37]
      a field in words, as in pod.spec.containers.livenessProbe or deployment.spec.strategy, and the fields below it;
      a reason (CrashLoopBackOff), a topic (why-pods, probes, flow), or whatever else is looked for

  peapod simulate FILE [--preset NAME | --scenario FILE] [--watch] [--events] [--json] [--document N] [--lang en|ko|both]
      the life of the pod: its story, or the lines of kubectl get -w, or the events of kubectl describe; exit code 1 when it never became ready
  peapod simulate --jsonl
      traces for {"name", "manifest", "world", "actions", "until", ...} lines on standard input

  peapod test [FILE|FOLDER|-]... [--kubernetes 1.36,1.37] [--format text|json|junit|tap|github] [--watch] [--color auto|always|never] [--lang en|ko|both]
      what scenario files expect of the lives of their manifests; exit code 1 when something does not hold, 2 when something is at fault

  peapod why FILE|- [--now TIME] [--json | --manifest | --scenario] [--lang en|ko|both]
      why a live pod or workload is as it is, what comes next and what to try, from what kubectl get -o yaml, describe, get pods or get events printed of it, also a part of that among other text;
      exit code 0 healthy, 1 not, 2 when nobody can tell. To try a fix: --manifest prints the pod without what the server wrote,
      --scenario what explains its state, as a file for peapod simulate
  peapod why --jsonl
      rows of kubectl get pod from now on for {"id", "dump", "now", "horizon"} lines on standard input

  peapod lsp [--stdio | --socket=PORT | --pipe=NAME]
      the language server, for editors: on standard input and output unless told otherwise

  peapod --version
`,
	ko: `Peapod은 클러스터 없이 쿠버네티스 파드 매니페스트를 판정하고, 설명하고, 시뮬레이션한다.

  peapod check FILE|DIR|GLOB|-... [--format text|json|sarif|github|gitlab|junit] [--severity error|warning|information|hint] [--quiet] [--force-exclude] [--kubernetes 1.36,1.37] [--ignore CODE|GLOB]... [--pod-template APIVERSION/KIND:PATH[:WHAT]]... [--values FILE]... [--set A=B]... [--color auto|always|never] [--lang en|ko|both]
      kube-apiserver가 거부하거나 버리거나 경고할 내용. 거부할 것이 없으면 종료 코드 0, 있으면 1, 파일이나 옵션이 잘못되었으면 2.
      --format: 사람이 읽을 것(text), 프로그램(json), 코드 스캐닝(sarif), GitHub Actions 표시(github), GitLab 코드 품질(gitlab), CI 서버(junit).
      --severity보다 가벼운 것은 뺀다. --quiet은 판정하지 않은 파일과 집계를 알리지 않는다. 버전을 여럿 적으면, 일부 버전에서만 나오는 것에는 그 버전을 적는다.
      나중에 채울 자리(\${X}, __X__, <X>)와 그 값에 달린 것은 판정하지 않고, 곁이나 위의 kustomization.yaml이 패치로 적은 파일은 패치로 판정한다.
      폴더를 적으면 그 아래 오버레이를 모두 빌드하고 차트를 모두 렌더링해 판정하고, 결과를 정한 줄에서 알린다. 어디에도 들지 않는 파일은 그대로 판정한다. .gitignore와 .peapodignore를 따른다.
      파일을 적으면 그 파일이 든 차트나 오버레이가 만드는 대로 판정한다. --force-exclude: .gitignore나 .peapodignore가 뺀 것은 직접 적어도 뺀다. 파일 이름을 대신 적어 주는 도구에서 쓴다.
      파일과 폴더는 따옴표로 묶은 패턴('k8s/**/*.yaml', 'apps/{web,api}')으로도 적을 수 있다.
      차트는 values.yaml로 한 번, ci/*-values.yaml마다 한 번 렌더링한다. --values FILE이나 --set a=b를 적으면(여러 번 적어도 된다) 그 값으로 한 번만 렌더링한다.
      --ignore로 코드(probe/negative, probe/*)나 파일('charts/**')을 뺀다. 한 줄만 빼려면 매니페스트에 "# peapod-ignore" 주석을 단다.
      --pod-template으로 직접 만든 종류의 어디에 파드가 있는지 알린다. 예: example.com/v1/Robot:spec.template
  peapod check --old OLD FILE [--kubernetes 1.37] [--lang en|ko|both]
      OLD를 적용한 뒤 FILE을 kubectl apply하면 어떻게 되는지: 거부되는 것, 교체되는 파드와 그 과정, 재시작하는 것. 거부되는 것이 있으면 종료 코드 1
  peapod check --against REV FILE|DIR|GLOB... [--format text|json] [--values FILE]... [--set a=b]... [--kubernetes 1.37] [--quiet] [--lang en|ko|both]
      git 커밋과 달라진 모든 것을 그렇게 비교한다. 오버레이는 빌드한 결과로, 차트는 helm upgrade하는 것으로 비교한다. 예: --against origin/main k8s
  peapod check --jsonl
      서버가 읽는 그대로, 채울 자리도 적힌 글자로 본다. 표준 입력의 {"id", "yaml", "old"?, "kubernetes"?, "defaults"?, "server"?} 줄마다 판정 한 줄

  peapod build DIR [--lang en|ko|both]
      DIR의 kustomization이 빌드하는 것을 네트워크 없이 kubectl kustomize처럼 출력한다. 빌드할 수 없으면 종료 코드 1.
      원격 리소스, Helm 차트, 플러그인은 실행하지 않고 무엇인지 알린다
  peapod build --jsonl
      표준 입력의 {"id", "dir"} 줄마다 {"id", "yaml"} 또는 {"id", "error"} 한 줄

  peapod render CHART [--values FILE]... [--set a.b=1]... [--set-string a.b=1]... [--release NAME] [--namespace NAME] [--kube 1.37.0] [--api-versions GROUP/VERSION]... [--skip-schema-validation] [--lang en|ko|both]
      Helm이 차트(폴더나 .tgz 파일)에서 렌더링하는 것을 helm, 클러스터, 네트워크 없이 출력한다. 렌더링할 수 없으면 종료 코드 1
  peapod render --jsonl
      표준 입력의 {"id", "chart", "values"?, "release"?, "namespace"?, "kube"?} 줄마다 {"id", "files"} 또는 {"id", "error"} 한 줄

  peapod explain PATH [--lang en|ko|both] [--recursive] [--kubernetes 1.37]
      pod.spec.containers.livenessProbe나 deployment.spec.strategy 같은 필드와 그 하위 필드의 설명.
      이유(CrashLoopBackOff), 주제(why-pods, probes, flow), 그 밖에 찾는 말도 적을 수 있다

  peapod simulate FILE [--preset NAME | --scenario FILE] [--watch] [--events] [--json] [--document N] [--lang en|ko|both]
      파드의 일생: 이야기, kubectl get -w의 줄, 또는 kubectl describe의 이벤트. 한 번도 준비되지 않았으면 종료 코드 1
  peapod simulate --jsonl
      표준 입력의 {"name", "manifest", "world", "actions", "until", ...} 줄마다 트레이스 한 줄

  peapod test [FILE|FOLDER|-]... [--kubernetes 1.36,1.37] [--format text|json|junit|tap|github] [--watch] [--color auto|always|never] [--lang en|ko|both]
      시나리오 파일에 적은 기대가 매니페스트의 일생에서 맞는지. 어긋난 것이 있으면 종료 코드 1, 잘못 적은 것이 있으면 2

  peapod why FILE|- [--now TIME] [--json | --manifest | --scenario] [--lang en|ko|both]
      kubectl get -o yaml, describe, get pods, get events의 출력을 읽어(일부만 있거나 다른 글과 섞여 있어도 된다), 파드와 워크로드가 왜 그런 상태인지, 다음에 무슨 일이 있을지, 무엇을 해 볼지 알려 준다.
      이상이 없으면 종료 코드 0, 있으면 1, 알 수 없으면 2. 고쳐 보려면 --manifest로 서버가 쓴 내용을 뺀 파드를,
      --scenario로 지금 상태를 설명하는 시나리오(peapod simulate용)를 출력한다
  peapod why --jsonl
      표준 입력의 {"id", "dump", "now", "horizon"} 줄마다 앞으로의 kubectl get pod 줄

  peapod lsp [--stdio | --socket=PORT | --pipe=NAME]
      편집기에 연결하는 언어 서버. 따로 적지 않으면 표준 입출력을 쓴다

  peapod --version
`,
};

/** What the program can do, in the languages to speak. */
export const usageIn = (language: Language): string =>
	languagesOf(language)
		.map((one) => USAGE[one])
		.join('\n');
