import 'server-only';
import { parseArgs } from 'node:util';
import { type SandboxOptions, startSandbox } from '@/lib/server/sandbox/start';

const usage =
  'Usage: npm run -s sandbox -- [--port 4010] [--host 127.0.0.1] [--conversations N] [--messages N] [--seed S] [--lifelike] [--webhook-url U]';

class ArgumentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArgumentError';
  }
}

async function main(): Promise<void> {
  const sandbox = await startSandbox(readOptions(process.argv.slice(2)));
  const { close, ...first } = sandbox;
  // The one line of stdout: whoever started us reads the address and the tokens from it.
  process.stdout.write(`${JSON.stringify(first)}\n`);
  const stop = (): void => {
    void close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function readOptions(args: string[]): SandboxOptions {
  const { values } = parseKnownArgs(args);
  return {
    port: wholeNumber('--port', values.port, 65_535) ?? 4010,
    host: values.host,
    conversations: wholeNumber('--conversations', values.conversations, 1_000_000),
    messages: wholeNumber('--messages', values.messages, 10_000_000),
    seed: wholeNumber('--seed', values.seed, 0xffffffff),
    lifelike: values.lifelike,
    webhookUrl: webAddress('--webhook-url', values['webhook-url']),
  };
}

function parseKnownArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        conversations: { type: 'string' },
        messages: { type: 'string' },
        seed: { type: 'string' },
        lifelike: { type: 'boolean' },
        'webhook-url': { type: 'string' },
      },
    });
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > max) {
    throw new ArgumentError(`${name} must be a whole number from 0 to ${max}, not "${text}"`);
  }
  return number;
}

function webAddress(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new ArgumentError(`${name} must be an http or https address, not "${text}"`);
  }
  return text;
}

main().catch((error: unknown) => {
  if (error instanceof ArgumentError) {
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exit(2);
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
