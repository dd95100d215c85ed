import { createConnection } from 'vscode-languageserver/node';
import { serve } from './lsp/server';
import { DISK } from './main/disk';

serve(createConnection(), DISK);
