import type { Command } from 'commander';

/** The options that every command takes that asks the API. */
export interface Options {
  readonly as: string;
  readonly api?: string;
  readonly json?: boolean;
}

/** Adds a command that asks the API, with its three options. */
export function asking(parent: Command, usage: string, what: string, as = 'p-officer-ox'): Command {
  return parent
    .command(usage)
    .description(what)
    .option('--as <person>', 'who you are, by directory id', as)
    .option('--api <url>', 'address of the API')
    .option('--json', 'for programs');
}

/** Prints an answer for programs or for people. */
export function show(options: Pick<Options, 'json'>, value: unknown, human: () => void): void {
  if (options.json === true) console.log(JSON.stringify(value));
  else human();
}
