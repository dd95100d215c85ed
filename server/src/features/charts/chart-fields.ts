import { ANY, BOOLEAN, many, PAIRS, type Structs, TEXT, TEXTS } from '../../overlays/fields';

/** What Chart.yaml says, in the order in which people write it: the structs of helm.sh/helm/v3/pkg/chart, without the fields that Helm reads and never uses. */
export const CHART_STRUCTS: Structs = {
	Chart: {
		apiVersion: TEXT,
		name: TEXT,
		description: TEXT,
		type: TEXT,
		version: TEXT,
		appVersion: TEXT,
		kubeVersion: TEXT,
		dependencies: many('Dependency'),
		keywords: TEXTS,
		home: TEXT,
		sources: TEXTS,
		maintainers: many('Maintainer'),
		icon: TEXT,
		deprecated: BOOLEAN,
		annotations: PAIRS,
	},
	Dependency: {
		name: TEXT,
		version: TEXT,
		repository: TEXT,
		condition: TEXT,
		tags: TEXTS,
		alias: TEXT,
		'import-values': ANY,
	},
	Maintainer: { name: TEXT, email: TEXT, url: TEXT },
};
