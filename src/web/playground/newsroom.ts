import type { WorkspaceSettings } from '../../local-slack/workspace-settings.ts';

/** Who a newcomer is, until they act as somebody else. */
export const NEWCOMER = 'U0DANA';

/** The token that opens nothing but the local Slack. */
export const BOT_TOKEN = 'xoxb-1-playground';

/** The channel that a newcomer sees first. */
export const FIRST_CHANNEL = 'C0NEWSROOM';

/** Where the editors meet; only they are in it. */
const EDITORS_CHANNEL = 'C0EDITORS';

/** Who decides on suggestions in the playground: whoever is in the editors' channel. */
export const EDITORS = { channel: EDITORS_CHANNEL, people: [] };

/** The workspace of the playground: a small newsroom with a channel that Dateline is not in. */
export const NEWSROOM: WorkspaceSettings = {
  id: 'T0PLAYGROUND',
  name: 'The Newsroom',
  domain: 'playground',
  people: [
    { id: NEWCOMER, name: 'dana', realName: 'Dana Reyes', admin: true },
    { id: 'U0SAM', name: 'sam', realName: 'Sam Okafor' },
    { id: 'U0MIRA', name: 'mira', realName: 'Mira Lindqvist' },
  ],
  channels: [
    { id: FIRST_CHANNEL, name: 'newsroom', withBot: true },
    { id: 'C0COPYDESK', name: 'copy-desk', withBot: true },
    { id: 'C0LUNCH', name: 'lunch' },
    { id: EDITORS_CHANNEL, name: 'editors', private: true, members: [NEWCOMER, 'U0SAM'], withBot: true },
  ],
  bot: { userId: 'U0DATELINE', botId: 'B0DATELINE' },
  botToken: BOT_TOKEN,
};

/** What was written before the newcomer came in: something to check, and a place where Dateline is not. */
export const EARLIER: readonly { user: string; channel: string; text: string }[] = [
  {
    user: 'U0SAM',
    channel: 'C0COPYDESK',
    text: 'From the draft: “Iran fired missiles at Ain al-Asad on 8 January 2020, five days after the killing of Qassem Soleimani.” Can somebody check the dates?',
  },
  {
    user: 'U0MIRA',
    channel: 'C0COPYDESK',
    text: 'And this one: “A drone killed three American soldiers at Tower 22 on 28 January 2023.”',
  },
  { user: 'U0MIRA', channel: 'C0LUNCH', text: 'Soup or sandwiches? Dateline has not been invited in here.' },
];
