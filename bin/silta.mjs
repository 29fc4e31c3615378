#!/usr/bin/env node
// The one command line. The work is in cli.ts, run by the pinned Node.
import { run } from './run.mjs';

run('bin/cli.ts', process.argv.slice(2));
