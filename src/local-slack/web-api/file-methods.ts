import type { webApi } from '@slack/bolt';
import { isObject, type Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import type { StoredFile } from '../state/files.ts';
import { validateMessage } from '../validate-message.ts';
import { optionalText } from './arguments.ts';
import { kept, threadOf } from './message-arguments.ts';
import type { Method, MethodContext } from './method.ts';

/** docs.slack.dev/reference/methods: files.*; the upload in between goes to an address of its own. */

export const getUploadURLExternal: Method<
  webApi.FilesGetUploadURLExternalArguments & { alt_txt?: string },
  webApi.FilesGetUploadURLExternalResponse
> = {
  scope: 'files:write',
  args: {
    filename: 'required',
    length: 'required',
    alt_text: 'optional',
    alt_txt: 'optional',
    snippet_type: 'optional',
  },
  run: (args, { state, workspace, bot, baseUrl }) => {
    const length = Number(args.length);
    if (!Number.isInteger(length) || length < 1)
      throw Refusal.badArguments('must be an integer [json-pointer:/length]');
    const altText = optionalText(args.alt_txt ?? args.alt_text);
    if (altText !== undefined && altText.length > 1000) throw new Refusal('alt_txt_too_large');
    const file = state.files.announce({
      team: workspace.id,
      name: String(args.filename),
      length,
      user: bot,
      ...(altText === undefined ? {} : { altText }),
    });
    return { file_id: file.id, upload_url: `${baseUrl}/upload/${file.id}` };
  },
};

export const completeUploadExternal: Method<
  webApi.FilesCompleteUploadExternalArguments & {
    channels?: string;
    username?: string;
    icon_url?: string;
    icon_emoji?: string;
  },
  webApi.FilesCompleteUploadExternalResponse
> = {
  scope: 'files:write',
  args: {
    files: 'required',
    channel_id: 'optional',
    channels: 'optional',
    thread_ts: 'optional',
    initial_comment: 'optional',
    blocks: 'optional',
    username: 'optional',
    icon_url: 'optional',
    icon_emoji: 'optional',
  },
  run: (args, context) => {
    const { workspace, bot } = context;
    const ids = optionalText(args.channel_id ?? args.channels)?.split(/\s*,\s*/) ?? [];
    const channels = ids.map((id) => workspace.channelFor(id, bot));
    const uploads = uploaded(args.files, context);
    for (const { file, title } of uploads) {
      Object.assign(file, { completed: true, title, channels: channels.map(({ id }) => id) });
    }
    const shown = uploads.map(({ file }) => fileObject(file, context));
    for (const channel of channels) share(args, channel.id, shown, context);
    return { files: shown };
  },
};

export const info: Method<webApi.FilesInfoArguments, webApi.FilesInfoResponse> = {
  scope: 'files:read',
  args: { file: 'required', count: 'optional', page: 'optional', cursor: 'optional', limit: 'optional' },
  run: (args, context) => {
    const file = context.state.files.find(args.file);
    if (!file?.completed || file.team !== context.workspace.id) throw new Refusal('file_not_found');
    return {
      file: fileObject(file, context) as unknown as NonNullable<webApi.FilesInfoResponse['file']>,
      comments: [],
    };
  },
};

/** The files that were sent, whole. @throws Refusal `file_not_found` */
function uploaded(files: unknown, { state }: MethodContext): { file: StoredFile; title: string }[] {
  if (!Array.isArray(files) || files.length === 0) throw Refusal.badArguments('missing required field: files');
  return files.map((item: unknown) => {
    const file = isObject(item) ? state.files.find(item.id) : undefined;
    if (!file?.content || file.completed) throw new Refusal('file_not_found');
    return { file, title: optionalText((item as Json).title) ?? file.name };
  });
}

function share(args: Json, channel: string, files: Json[], { state, workspace, events }: MethodContext): void {
  const thread = threadOf(workspace, channel, args.thread_ts);
  const comment = optionalText(args.initial_comment) ?? '';
  const blocks =
    comment === '' && args.blocks ? kept(validateMessage({ blocks: args.blocks }), state.ids).blocks : undefined;
  const message = workspace.add({
    channel,
    bot_id: workspace.bot.botId,
    text: comment,
    files,
    ...(blocks ? { blocks } : {}),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  events.posted(workspace, message);
}

type FileObject = NonNullable<webApi.FilesCompleteUploadExternalResponse['files']>[number];

function fileObject(file: StoredFile, { baseUrl, workspace }: MethodContext): FileObject & Json {
  const filetype = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'text';
  const address = `${baseUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    is_public: file.channels.some((id) => workspace.channels.get(id)?.kind === 'channel'),
    url_private: address,
    url_private_download: address,
    permalink: `https://${workspace.domain}.slack.com/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    channels: file.channels.filter((id) => workspace.channels.get(id)?.kind === 'channel'),
    groups: file.channels.filter((id) => workspace.channels.get(id)?.kind === 'group'),
    ims: file.channels.filter((id) => workspace.channels.get(id)?.kind === 'im'),
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
  };
}
