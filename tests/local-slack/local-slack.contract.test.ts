import { describe } from 'vitest';
import { CREDENTIALS, startNewsroom } from '../support/local-newsroom.ts';
import { slackApiContract } from './slack-api.contract.ts';

const SCOPES = ['chat:write', 'channels:history', 'reactions:write', 'files:write', 'commands'];

describe('the local Slack', () => {
  slackApiContract(async (redirectUri) => {
    const slack = await startNewsroom({
      scopes: SCOPES,
      events: [],
      commands: ['/open'],
      homeTab: true,
      redirectUrls: [redirectUri],
    });
    return {
      apiUrl: slack.apiUrl,
      authorizeUrl: slack.authorizeUrl,
      token: CREDENTIALS.botToken,
      clientId: slack.app.clientId,
      clientSecret: slack.app.clientSecret,
      channel: 'C0NEWS',
      person: 'U0ALICE',
      trigger: async () => {
        slack.deliverOverHttp('http://127.0.0.1:1/');
        const sent = slack.journal.next(({ kind }) => kind === 'delivered');
        await slack.people.command('U0ALICE', 'C0NEWS', '/open', '');
        const entry = await sent;
        return entry.kind === 'delivered' ? String(entry.payload.trigger_id) : '';
      },
      close: () => slack.close(),
    };
  });
});
