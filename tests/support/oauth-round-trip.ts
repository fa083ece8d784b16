import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Installation } from '@slack/bolt';
import { SILENT } from './local-slack-client.ts';

export interface OAuthServer {
  apiUrl: string;
  authorizeUrl: string;
  clientId: string;
  clientSecret: string;
}

/** Bolt's own installer on a free port, which keeps what it installs. */
export async function startInstaller(slack: (redirectUri: string) => Promise<OAuthServer>) {
  const installations: Installation[] = [];
  let listener: RequestListener = (_request, response) => response.end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirectUri = `${url}/slack/oauth_redirect`;
  const { apiUrl, authorizeUrl, clientId, clientSecret } = await slack(redirectUri);
  const receiver = new HTTPReceiver({
    signingSecret: 'not used here',
    clientId,
    clientSecret,
    stateSecret: 'a secret for the state',
    scopes: ['chat:write', 'commands'],
    redirectUri,
    logger: SILENT,
    installationStore: {
      storeInstallation: async (installation) => void installations.push(installation),
      fetchInstallation: async () => installations[0] as Installation<'v2', false>,
    },
    installerOptions: {
      authorizationUrl: authorizeUrl,
      redirectUriPath: '/slack/oauth_redirect',
      directInstall: true,
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
    },
  });
  listener = (request, response) => receiver.requestListener(request, response);
  return {
    installations,
    redirectUri,
    installUrl: `${url}/slack/install`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Follows an installer's address to Slack's page, as a browser with cookies does. */
export async function openPage(installUrl: string): Promise<{ page: string; url: string; cookie: string }> {
  const start = await fetch(installUrl, { redirect: 'manual' });
  const url = start.headers.get('location') ?? '';
  const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { page: await (await fetch(url)).text(), url, cookie };
}

/** Sends the first form of a page off. @returns the address that the browser is sent to */
export async function sendForm(page: string, url: string, more: Record<string, string> = {}): Promise<string> {
  const form = /<form\b[^>]*>[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const fields = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, 'type') === 'hidden' || /\bchecked\b/.test(tag))
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const body = new URLSearchParams({ ...Object.fromEntries(fields), ...more });
  const action = new URL(attribute(form, 'action'), url);
  const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}
