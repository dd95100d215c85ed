/** Why the pods and workloads of a text that kubectl printed are as they are. */

/** A pod as its metadata names it; without a namespace it is in the default one. */
export interface PodName {
	readonly name: string;
	readonly namespace?: string;
}

/** The same of a pod, or of a workload of the kind that is told. */
export interface LiveName extends PodName {
	readonly kind?: string;
}

export interface WhyParams {
	/** What `kubectl get -o yaml|json`, `describe pod` or `get pods` printed. */
	readonly text: string;
	/** The file it is from: its settings count. */
	readonly uri?: string;
	/** Only this one is asked for. */
	readonly only?: LiveName;
}

export interface WhyAnswer {
	/** Markdown, in the language of the reader. */
	readonly page: string;
}
