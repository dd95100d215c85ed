/** Why the pods and workloads of a text that kubectl printed are as they are. */

/** An object as its metadata names it: a pod, where no kind of workload is told; without a namespace it is in the default one. */
export interface LiveName {
	readonly kind?: string;
	readonly name: string;
	readonly namespace?: string;
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
