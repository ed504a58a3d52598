/** Imported before a program: says on standard error, as it ends, how much memory it held at most. */
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS} kB\n`));
