import { CannotDo } from './cannot-do.ts';
import type { PeopleTools } from './people-tools.ts';

export interface DownloadedFile {
  name: string;
  content: Buffer;
}

/** Somebody saves a file of a message that they see. */
export function download({ state, workspace }: PeopleTools, user: string, fileId: string): DownloadedFile {
  const channels = [...workspace.channels.values()].filter(({ members }) => members.has(user));
  const messages = channels.flatMap(({ id }) => workspace.visibleTo(user, id));
  const seen = messages.some(({ files = [] }) => files.some(({ id }) => id === fileId));
  const file = seen ? state.files.find(fileId) : undefined;
  if (!file?.content) throw new CannotDo(`${user} sees no file ${fileId}`);
  return { name: file.name, content: file.content };
}
