import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { CREDENTIALS, startNewsroom } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startNewsroom({ scopes: ['chat:write', 'files:write', 'files:read'], events: [] });
});
afterEach(() => slack.close());

const CONTENT = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

test("Slack's client uploads a file, which is shown in the channel and can be fetched with the token", async () => {
  const client = clientFor(slack);
  const file = Buffer.from(CONTENT);
  await client.files.uploadV2({
    channel_id: 'C0NEWS',
    filename: 'dates.ics',
    title: 'Dates',
    initial_comment: 'here',
    file,
  });
  const [message] = slack.workspace.visibleTo('U0BOB', 'C0NEWS');
  expect(message).toMatchObject({
    text: 'here',
    files: [{ name: 'dates.ics', title: 'Dates', filetype: 'ics', size: file.length }],
  });
  const { file: info } = await client.files.info({ file: String(message?.files?.[0]?.id) });
  expect(info).toMatchObject({ title: 'Dates', channels: ['C0NEWS'] });
  const get = (token: string) => fetch(info!.url_private!, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await get(CREDENTIALS.botToken)).text()).toBe(CONTENT);
  expect((await get('xoxb-other')).status).toBe(404);
});

test('what is sent must be what was announced', async () => {
  const client = clientFor(slack);
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
  expect((await fetch(upload_url!, { method: 'POST', body: 'four' })).status).toBe(400);
  const complete = () => client.files.completeUploadExternal({ files: [{ id: file_id! }], channel_id: 'C0NEWS' });
  await expect(complete()).rejects.toThrow('file_not_found');
  await expect(client.files.info({ file: file_id! })).rejects.toThrow('file_not_found');
  expect((await fetch(upload_url!, { method: 'POST', body: 'abc' })).status).toBe(200);
  await complete();
  await expect(complete()).rejects.toThrow('file_not_found');
});

test('a file is not shared where the bot is not', async () => {
  const file = Buffer.from(CONTENT);
  const upload = clientFor(slack).files.uploadV2({ channel_id: 'C0QUIET', filename: 'a.ics', file });
  await expect(upload).rejects.toThrow('not_in_channel');
});

test('a file is saved by who sees the message with it, and by nobody else', async () => {
  const client = clientFor(slack);
  await client.files.uploadV2({ channel_id: 'D0ALICE', filename: 'dates.ics', file: Buffer.from(CONTENT) });
  const id = String(slack.workspace.visibleTo('U0ALICE', 'D0ALICE')[0]?.files?.[0]?.id);
  expect(slack.people.download('U0ALICE', id)).toEqual({ name: 'dates.ics', content: Buffer.from(CONTENT) });
  expect(() => slack.people.download('U0BOB', id)).toThrow(`U0BOB sees no file ${id}`);
  expect(() => slack.people.download('U0ALICE', 'F999')).toThrow('U0ALICE sees no file F999');
});
