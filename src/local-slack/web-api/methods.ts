import * as assistant from './assistant-methods.ts';
import * as auth from './auth-methods.ts';
import { blocksValidate } from './blocks-validate.ts';
import * as chat from './chat-methods.ts';
import * as conversations from './conversation-methods.ts';
import * as files from './file-methods.ts';
import * as history from './history-methods.ts';
import * as info from './info-methods.ts';
import type { AnyMethod } from './method.ts';
import { oauthAccess } from './oauth-access.ts';
import * as views from './view-methods.ts';

/** The methods that this server has; any other is `unknown_method`. */
export const METHODS = {
  'apps.connections.open': auth.connectionsOpen,
  'apps.uninstall': auth.uninstall,
  'assistant.threads.setStatus': assistant.setStatus,
  'assistant.threads.setSuggestedPrompts': assistant.setSuggestedPrompts,
  'assistant.threads.setTitle': assistant.setTitle,
  'auth.revoke': auth.authRevoke,
  'auth.test': auth.authTest,
  'blocks.validate': blocksValidate,
  'bots.info': info.botsInfo,
  'chat.delete': chat.remove,
  'chat.getPermalink': chat.getPermalink,
  'chat.postEphemeral': chat.postEphemeral,
  'chat.postMessage': chat.postMessage,
  'chat.update': chat.update,
  'conversations.history': history.history,
  'conversations.info': conversations.info,
  'conversations.join': conversations.join,
  'conversations.list': conversations.list,
  'conversations.members': conversations.members,
  'conversations.open': conversations.open,
  'conversations.replies': history.replies,
  'files.completeUploadExternal': files.completeUploadExternal,
  'files.getUploadURLExternal': files.getUploadURLExternal,
  'files.info': files.info,
  'oauth.v2.access': oauthAccess,
  'reactions.add': info.reactionsAdd,
  'team.info': info.teamInfo,
  'users.info': info.usersInfo,
  'views.open': views.open,
  'views.publish': views.publish,
  'views.push': views.push,
  'views.update': views.update,
} satisfies Record<string, AnyMethod>;

export type MethodName = keyof typeof METHODS;

export function methodNamed(name: string): AnyMethod | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name as MethodName] : undefined;
}
