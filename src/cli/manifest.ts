import { Command, InvalidArgumentError } from 'commander';
import { isPublicAddress } from '../public-address.ts';
import type { CommandMaker } from './console.ts';

/** `dateline manifest`: the manifest of the Slack app, to be pasted at api.slack.com/apps. */
export const manifestCommand: CommandMaker = ({ console }) =>
  new Command('manifest')
    .description('Print the manifest of the Slack app, for Socket Mode or with --url for HTTP.')
    .option('--url <address>', 'the https address under which Slack reaches Dateline', parseAddress)
    .action(async ({ url }: { url?: string }) => {
      const { readFileSync } = await import('node:fs');
      const { OWN_MANIFEST } = await import('../slack/manifest.ts');
      const source = readFileSync(OWN_MANIFEST, 'utf8');
      const { httpManifest } = await import('../slack/http-manifest.ts');
      console.out(url === undefined ? source : httpManifest(source, url));
    });

function parseAddress(value: string): string {
  if (isPublicAddress(value)) return new URL(value).origin;
  throw new InvalidArgumentError('Write an https address without a path, for example https://dateline.example.org.');
}
