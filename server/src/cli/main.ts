import { check } from './check';
import { checkLines } from './check-lines';
import { explain } from './explain';
import { simulateLife } from './simulate';
import { simulateLines } from './simulate-lines';

const USAGE = `Peapod judges, explains and simulates Kubernetes pod manifests, without a cluster.

  peapod check FILE... [--kubernetes 1.37] [--lang en|ko|both]
      what kube-apiserver would refuse, drop or warn about; exit code 1 when something is refused
  peapod check --jsonl
      verdicts for {"id", "yaml", "old"?, "kubernetes"?, "defaults"?} lines on standard input

  peapod explain PATH [--lang en|ko|both] [--recursive] [--kubernetes 1.37]
      a field in words, as in pod.spec.containers.livenessProbe or deployment.spec.strategy, and the fields below it

  peapod simulate FILE [--preset NAME | --scenario FILE] [--watch] [--events] [--json] [--document N] [--lang en|ko|both]
      the life of the pod: its story, or the lines of kubectl get -w, or the events of kubectl describe; exit code 1 when it never became ready
  peapod simulate --jsonl
      traces for {"name", "manifest", "world", "actions", "until", ...} lines on standard input
`;

const HELP = ['--help', '-h'];

/** Runs one command; the exit code: 0 fine, 1 the manifest is not, 2 the command line is not. */
export async function main([named, ...args]: readonly string[]): Promise<number> {
	const command = HELP.some((flag) => args.includes(flag)) ? 'help' : named;
	switch (command) {
		case 'check':
			return args.includes('--jsonl') ? checkLines() : check(args);
		case 'explain':
			return explain(args);
		case 'simulate':
			return args.includes('--jsonl') ? simulateLines() : simulateLife(args);
		case undefined:
		case 'help':
		case '--help':
		case '-h':
			process.stdout.write(USAGE);
			return command === undefined ? 2 : 0;
		default:
			process.stderr.write(`peapod: there is no command "${command}".\n\n${USAGE}`);
			return 2;
	}
}
