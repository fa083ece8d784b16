import { postEphemeral, postMessage, update } from './chat-methods.ts';
import { history, replies } from './conversation-methods.ts';
import type { Method } from './method.ts';
import { BOT, TEAM } from './workspace.ts';

/** The methods that this server has; any other is `unknown_method`. */
export const METHODS: Record<string, Method> = {
  'auth.test': {
    run: () => ({ team_id: TEAM.id, team: TEAM.domain, user: BOT.name, user_id: BOT.userId, bot_id: BOT.botId }),
  },
  'apps.connections.open': { appLevel: true, run: (_args, { socketUrl }) => ({ url: socketUrl() }) },
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'conversations.history': history,
  'conversations.replies': replies,
};
