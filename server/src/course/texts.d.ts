/** What a lesson is written in is bundled as it stands. */
declare module '*.yaml' {
	const text: string;
	export default text;
}
declare module '*.md' {
	const text: string;
	export default text;
}
