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

export interface WhatIfParams {
	/** What `kubectl get -o yaml|json` printed. */
	readonly text: string;
	/** The file it is from: its settings count. */
	readonly uri?: string;
	/** The pod that is meant; else the first. */
	readonly only?: PodName;
}

/** Texts of two files that belong together. */
export interface WhatIf {
	/** The pod. */
	readonly name: string;
	/** Its manifest, without what the server wrote and without what may be secret. */
	readonly manifest: string;
	/** In this life it comes to be as it is. */
	readonly scenario: string;
}

/** A place in a text that kubectl printed, which the server need not have open: offset in UTF-16 code units. */
export interface PrintedAtParams {
	readonly text: string;
	readonly offset: number;
	readonly uri?: string;
}

export interface PrintedAt {
	/** Markdown, in the language of the reader. */
	readonly markdown: string;
	/** Offsets of the word that it is about. */
	readonly start: number;
	readonly end: number;
}

/** A pod or workload in a text of JSON, and the offset at which it shows itself. */
export interface LiveLens {
	readonly live: LiveName;
	readonly at: number;
}
