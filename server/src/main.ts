import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './lsp/server';
import { DISK } from './main/disk';

// Where Electron is at hand nobody knows whether it lets flags be set so late: V8 ends a process whose flags are frozen. Its clients start it with what they want.
if (!process.versions['electron']) {
	// What an answer is made of is gone once it is given. V8 lets that fill sixteen megabytes, twice, before it looks again; to look after each costs no more, and a quarter of the memory is free.
	setFlagsFromString('--semi-space-growth-factor=1');
	// Most of what it does runs some hundred times, and then no more: V8 spent half of the processor's time in compiling it better. It waits three times as long.
	setFlagsFromString('--interrupt-budget=202752');
}

serve(createConnection(), DISK);
