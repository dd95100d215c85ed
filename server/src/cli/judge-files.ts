import { availableParallelism } from 'node:os';
import { type Asked, checkFile, type FilesHow } from './check-file';
import { optimizeLate } from './many';
import type { Report } from './reports/report';
import { DiskSurroundings } from './surroundings';
import type { Progress } from './terminal';

/** Files that are taken at once: enough that taking them costs nothing, few enough that no thread waits long for the last. */
const CHUNK = 32;
/** A thread is started for so many files: it costs as much as judging some three hundred. */
const FILES_A_THREAD = 600;

/** The command of a thread that helps. */
export const THREAD = '--thread';

/** What a thread is given; `next` counts the chunks that were taken, by whomever. */
interface Work {
	readonly files: readonly Asked[];
	readonly how: FilesHow;
	readonly next: Int32Array<SharedArrayBuffer>;
}

interface Chunk {
	/** The place of its first file. */
	readonly at: number;
	readonly reports: readonly Report[];
}

/** Judges files by themselves, in their order; many of them in several threads, each of which takes the next that nobody took. */
export async function judgeFiles(files: readonly Asked[], how: FilesHow, surroundings: DiskSurroundings, progress: Progress): Promise<readonly Report[]> {
	const { versions, ratings, kinds } = how;
	if (files.length > CHUNK) await optimizeLate();
	const reports: (Report | undefined)[] = [];
	const keep = (chunk: Chunk): void => {
		for (const [i, report] of chunk.reports.entries()) reports[chunk.at + i] = report;
		progress.step(chunk.reports.length);
	};
	const work: Work = { files, how: { versions, ratings, kinds }, next: new Int32Array(new SharedArrayBuffer(4)) };
	const others = Math.min(availableParallelism(), Math.floor(files.length / FILES_A_THREAD)) - 1;
	const helpers = Array.from({ length: Math.max(0, others) }, () => helped(work, keep));
	for (const chunk of chunksOf(work, surroundings)) {
		keep(chunk);
		// What the others send is heard in between.
		if (helpers.length > 0) await new Promise(setImmediate);
	}
	await Promise.all(helpers);
	// What a thread took that came to nothing is judged here, where whatever stopped it shows.
	return files.map((file, i) => reports[i] ?? checkFile(file, how, surroundings));
}

/** Starts a thread that helps; done when it has nothing left to take. */
async function helped(work: Work, keep: (chunk: Chunk) => void): Promise<void> {
	// Most commands start none, and do without what it takes.
	const { Worker } = await import('node:worker_threads');
	await new Promise<void>((done) => {
		// The program itself, under whatever name it was started.
		const worker = new Worker(process.argv[1] ?? __filename, { argv: [THREAD], workerData: work });
		worker.on('message', keep);
		worker.on('error', () => done());
		worker.on('exit', () => done());
	});
}

/** What a thread does that was started to help; the exit code, 2 where nobody started it. */
export async function help(): Promise<number> {
	const { parentPort, workerData } = await import('node:worker_threads');
	if (!parentPort) return 2;
	for (const chunk of chunksOf(workerData as Work, new DiskSurroundings())) parentPort.postMessage(chunk);
	return 0;
}

function* chunksOf({ files, how, next }: Work, surroundings: DiskSurroundings): Generator<Chunk> {
	for (let at = Atomics.add(next, 0, CHUNK); at < files.length; at = Atomics.add(next, 0, CHUNK)) {
		yield { at, reports: files.slice(at, at + CHUNK).map((file) => checkFile(file, how, surroundings)) };
	}
}
